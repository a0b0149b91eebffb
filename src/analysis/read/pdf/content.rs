//! What a page paints, as letters with their places: the operators that move and show text (ISO 32000-2, 8.4 and 9.4).

use super::{
    bounds::{Allowance, Excess},
    clip::{Area, Path},
    font::Font,
    lexer::{Lexer, Token},
    matrix::Matrix,
    named::{Mark, Named, is_form, name, plain},
};
use core::cmp::Ordering;
use hayro_syntax::{
    object::{Array, Dict, Stream},
    page::Page,
};
use std::{collections::BTreeMap, rc::Rc};

/// So many letters are read of one file: three times a long book.
const LETTERS: usize = 2_000_000;

/// Parts of a page that are painted inside each other deeper than this are not looked into.
const DEEPEST: usize = 20;

/// So many states are kept for later; a page keeps a handful.
const STATES: usize = 1_000;

/// So many marked parts are told apart inside each other.
const MARKS: usize = 50;

/// More operands than any operator has; what shows a line letter by letter has some hundreds.
const OPERANDS: usize = 20_000;

/// A letter and its place, in points from the page's left upper corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Glyph {
    pub(super) letter: char,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The line that it stands on, downwards.
    pub(super) base: f32,
    /// The size of its font.
    pub(super) size: f32,
}

/// What is read of a file, page by page.
pub(super) struct Reader<'a> {
    allowance: Allowance,
    /// By the list that names them, which is known by its place in the file, and their names.
    fonts: BTreeMap<(usize, Vec<u8>), Option<Rc<Font>>>,
    /// The same for what is painted as a whole; none for pictures.
    forms: BTreeMap<(usize, Vec<u8>), Option<Stream<'a>>>,
    glyphs: Vec<Glyph>,
    /// Those of the page's head and foot, where the file says that they are such.
    aside: Vec<Glyph>,
    letters: usize,
    /// Shapes of which nothing tells the letters.
    pub(super) unknown: usize,
    /// Letters that were read, of all pages.
    pub(super) known: usize,
}

#[derive(Clone)]
struct State {
    place: Matrix,
    shows: Area,
    font: Option<Rc<Font>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    /// 1 where letters are as wide as their font has them.
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What is under way in one content stream.
struct Text {
    now: Matrix,
    line: Matrix,
    /// For each marked part that is open: what it stands for, if it says so, or that it is none of the text.
    marks: Vec<Mark>,
}

impl<'a> Reader<'a> {
    pub(super) fn new() -> Self {
        Self {
            allowance: Allowance::new(),
            fonts: BTreeMap::new(),
            forms: BTreeMap::new(),
            glyphs: Vec::new(),
            aside: Vec::new(),
            letters: 0,
            unknown: 0,
            known: 0,
        }
    }

    /// The letters of a page in the order in which they are painted, and those that the file calls its head and foot.
    pub(super) fn page(&mut self, page: &Page<'a>) -> Result<(Vec<Glyph>, Vec<Glyph>), Excess> {
        self.allowance.take(1_000)?;
        let mut content = Vec::new();
        if let Some(stream) = page.raw().get::<Stream<'_>>(b"Contents") {
            content = self.allowance.unpack(&stream)?;
        } else if let Some(streams) = page.raw().get::<Array<'_>>(b"Contents") {
            for stream in streams.iter::<Stream<'_>>() {
                content.extend(self.allowance.unpack(&stream)?);
                content.push(b' ');
            }
        }
        let state = State {
            place: Matrix(page.initial_transform(true).as_coeffs()),
            shows: Area::ALL,
            font: None,
            size: 1.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let fonts = page.resources().fonts.clone();
        let objects = page.resources().x_objects.clone();
        let properties = page.resources().properties.clone();
        self.paint(&content, &Named { fonts, objects, properties }, state, 0)?;
        let (width, height) = page.render_dimensions();
        let mut glyphs = core::mem::take(&mut self.glyphs);
        let is_on_page = |glyph: &Glyph| {
            (-1.0..=width + 1.0).contains(&((glyph.left + glyph.right) / 2.0))
                && (0.0..=height + 1.0).contains(&glyph.base)
        };
        glyphs.retain(is_on_page);
        self.known += glyphs.len();
        Ok((glyphs, core::mem::take(&mut self.aside)))
    }

    fn paint(&mut self, content: &[u8], named: &Named<'a>, mut state: State, depth: usize) -> Result<(), Excess> {
        let mut kept: Vec<State> = Vec::new();
        let mut lost = 0_usize;
        let mut text = Text { now: Matrix::NONE, line: Matrix::NONE, marks: Vec::new() };
        let mut path = Path::NEW;
        let mut operands: Vec<Token<'_>> = Vec::new();
        let mut lexer = Lexer::new(content);
        while let Some(token) = lexer.next() {
            let Token::Operator(operator) = token else {
                if operands.len() < OPERANDS {
                    operands.push(token);
                }
                continue;
            };
            let numbers = Numbers(&operands);
            match operator {
                b"q" if kept.len() < STATES => kept.push(state.clone()),
                b"q" => lost += 1,
                b"Q" if lost > 0 => lost -= 1,
                b"Q" => state = kept.pop().unwrap_or(state),
                b"cm" => state.place = numbers.matrix().map_or(state.place, |matrix| matrix.then(&state.place)),
                b"BT" => (text.now, text.line) = (Matrix::NONE, Matrix::NONE),
                b"Tc" => state.between_letters = numbers.last(0).unwrap_or_default(),
                b"Tw" => state.between_words = numbers.last(0).unwrap_or_default(),
                b"Tz" => state.stretch = numbers.last(0).unwrap_or(100.0) / 100.0,
                b"TL" => state.leading = numbers.last(0).unwrap_or_default(),
                b"Ts" => state.rise = numbers.last(0).unwrap_or_default(),
                b"Tf" => {
                    state.size = numbers.last(0).unwrap_or(state.size);
                    state.font = match operands.iter().rev().find_map(name) {
                        Some(name) => self.font(&named.fonts, name)?,
                        None => None,
                    };
                }
                b"Td" | b"TD" => {
                    let (down, along) = (numbers.last(0).unwrap_or_default(), numbers.last(1).unwrap_or_default());
                    if operator == b"TD" {
                        state.leading = -down;
                    }
                    text.next_line(along, down);
                }
                b"Tm" => {
                    let matrix = numbers.matrix().unwrap_or(text.line);
                    (text.now, text.line) = (matrix, matrix);
                }
                b"T*" => text.next_line(0.0, -state.leading),
                b"Tj" | b"TJ" => self.show(&operands, &state, &mut text)?,
                b"'" | b"\"" => {
                    if operator == b"\"" {
                        state.between_letters = numbers.last(0).unwrap_or_default();
                        state.between_words = numbers.last(1).unwrap_or_default();
                    }
                    text.next_line(0.0, -state.leading);
                    let shown = operands.iter().rev().find(|token| matches!(token, Token::Text(_))).cloned();
                    self.show(&shown.into_iter().collect::<Vec<_>>(), &state, &mut text)?;
                }
                b"BMC" | b"BDC" if text.marks.len() < MARKS => {
                    text.marks.push(named.mark(&operands, &mut self.allowance)?)
                }
                b"EMC" => drop(text.marks.pop()),
                b"BI" => lexer.skip_image(),
                b"Do" if depth < DEEPEST => {
                    if let Some(form) =
                        operands.last().and_then(name).and_then(|name| self.form_of(&named.objects, name))
                    {
                        self.form(&form, named, &state, depth)?;
                    }
                }
                _ if path.draw(operator, |back| numbers.last(back), &state.place) => {}
                _ => {
                    if let Some(area) = path.end(operator) {
                        state.shows = state.shows.and(&area);
                    }
                }
            }
            operands.clear();
        }
        Ok(())
    }

    /// A part that is painted as a whole (ISO 32000-2, 8.10).
    fn form(&mut self, form: &Stream<'a>, around: &Named<'a>, state: &State, depth: usize) -> Result<(), Excess> {
        let content = self.allowance.unpack(form)?;
        let matrix = form.dict().get::<[f64; 6]>(b"Matrix").map_or(Matrix::NONE, Matrix);
        let place = matrix.then(&state.place);
        let shows = form.dict().get::<[f64; 4]>(b"BBox").map_or(Area::ALL, |corners| Area::of(corners, &place));
        let state = State { place, shows: shows.and(&state.shows), ..state.clone() };
        match form.dict().get::<Dict<'a>>(b"Resources") {
            Some(resources) => self.paint(&content, &Named::of(&resources), state, depth + 1),
            None => self.paint(&content, around, state, depth + 1),
        }
    }

    fn form_of(&mut self, objects: &Dict<'a>, name: &[u8]) -> Option<Stream<'a>> {
        let key = (objects.data().as_ptr().addr(), name.to_vec());
        self.forms.entry(key).or_insert_with(|| objects.get::<Stream<'a>>(name).filter(is_form)).clone()
    }

    fn font(&mut self, fonts: &Dict<'a>, name: &[u8]) -> Result<Option<Rc<Font>>, Excess> {
        let key = (fonts.data().as_ptr().addr(), name.to_vec());
        if let Some(font) = self.fonts.get(&key) {
            return Ok(font.clone());
        }
        let font = match fonts.get::<Dict<'a>>(name) {
            Some(dict) => Font::of(&dict, &mut self.allowance)?.map(Rc::new),
            None => None,
        };
        self.fonts.insert(key, font.clone());
        Ok(font)
    }

    fn show(&mut self, shown: &[Token<'_>], state: &State, text: &mut Text) -> Result<(), Excess> {
        let Some(font) = state.font.clone() else { return Ok(()) };
        for token in shown {
            match token {
                Token::Number(back) => text.advance(-back / 1000.0 * state.size * state.stretch),
                Token::Text(bytes) => {
                    let mut rest = bytes.as_slice();
                    while !rest.is_empty() {
                        let (code, length) = font.code(rest);
                        let width = font.width(code, length);
                        self.letter(font.letters(code), width, state, text)?;
                        let is_space = length == 1 && code == 32;
                        let between = state.between_letters + if is_space { state.between_words } else { 0.0 };
                        text.advance((width * state.size + between) * state.stretch);
                        rest = &rest[length..];
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Notes what one code writes; several letters share its place.
    fn letter(&mut self, letters: String, width: f64, state: &State, text: &mut Text) -> Result<(), Excess> {
        self.letters += 1;
        if self.letters > LETTERS {
            return Err(Excess::Objects);
        }
        let mut letters = letters;
        if letters.len() > 16 {
            self.allowance.take(letters.len())?;
        }
        let is_aside = text.marks.contains(&Mark::Furniture);
        let read_as = text.marks.iter_mut().find_map(|mark| match mark {
            Mark::ReadAs(letters) => Some(letters),
            _ => None,
        });
        let mut goes_on = false;
        match read_as {
            Some(read_as) => {
                goes_on = read_as.is_none();
                letters = read_as.take().unwrap_or_default();
            }
            None if letters.is_empty() && !is_aside => self.unknown += 1,
            None => {}
        }
        let own = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
        let [along, across, up, size, left, base] = own.then(&text.now).then(&state.place).0;
        let size = up.hypot(size);
        // What stands askew or upright is a stamp on the page or its edge, and what is smaller is not to be read.
        if across.abs() > 0.1 * along.abs()
            || !(1.0..=2_000.0).contains(&size)
            || left.abs().max(base.abs()).partial_cmp(&1e6) != Some(Ordering::Less)
        {
            return Ok(());
        }
        if !state.shows.holds(left + width * along / 2.0, base - 0.3 * size) {
            return Ok(());
        }
        if let Some(last) = self.glyphs.last_mut().filter(|_| goes_on && !is_aside) {
            last.right = last.right.max((left + width * along) as f32);
        }
        let letters: Vec<char> = letters.chars().take(64).flat_map(plain).collect();
        let step = (width * along / letters.len().max(1) as f64).clamp(-1e6, 1e6);
        for (at, letter) in letters.into_iter().enumerate() {
            let (start, end) = (left + step * at as f64, left + step * (at + 1) as f64);
            let (left, right) = (start.min(end) as f32, start.max(end) as f32);
            let glyphs = if is_aside { &mut self.aside } else { &mut self.glyphs };
            glyphs.push(Glyph { letter, left, right, base: base as f32, size: size as f32 });
        }
        Ok(())
    }
}

impl Text {
    fn next_line(&mut self, along: f64, down: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, along, down]).then(&self.line);
        self.now = self.line;
    }

    fn advance(&mut self, along: f64) {
        self.now = Matrix([1.0, 0.0, 0.0, 1.0, along, 0.0]).then(&self.now);
    }
}

/// The operands that are numbers.
struct Numbers<'a>(&'a [Token<'a>]);

impl Numbers<'_> {
    /// The number that `back` others follow.
    fn last(&self, back: usize) -> Option<f64> {
        let numbers = self.0.iter().rev().filter_map(|token| match token {
            Token::Number(number) => Some(*number),
            _ => None,
        });
        numbers.take(8).nth(back)
    }

    fn matrix(&self) -> Option<Matrix> {
        let number = |back| self.last(back);
        Some(Matrix([number(5)?, number(4)?, number(3)?, number(2)?, number(1)?, number(0)?]))
    }
}
