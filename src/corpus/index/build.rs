//! Making an index from articles.

use super::{
    Field, Groups, Index, Layout, Posting, Table,
    expand::stem,
    postings::Postings,
    skeleton::skeleton,
    token::{Token, tokens},
};
use crate::{
    article::{Article, BlockKind},
    ground::Ground,
    span::Span,
};
use std::collections::BTreeMap;

/// What is gathered for one form.
#[derive(Default)]
struct Gathered {
    places: Vec<Posting>,
    /// How often it stands inside a sentence with a capital, less how often without.
    capitals: i64,
}

impl Index {
    /// The index of `articles`, in their order.
    pub fn build(articles: &[Article]) -> Self {
        let mut forms = BTreeMap::new();
        let layouts = articles
            .iter()
            .enumerate()
            .map(|(number, article)| {
                Filing { article: u32::try_from(number).expect("articles fit in memory"), forms: &mut forms, next: 0 }
                    .file(article)
            })
            .collect();
        let mut postings = Postings::default();
        forms.values().for_each(|gathered: &Gathered| postings.push(&gathered.places));
        let names = || forms.iter().enumerate().filter(|(_, (_, gathered))| gathered.capitals > 0);
        Self {
            stems: Groups::gather(forms.keys().enumerate().map(|(number, form)| (number, stem(form)))),
            skeletons: Groups::gather(
                names().filter_map(|(number, (form, _))| skeleton(form).map(|name| (number, name))),
            ),
            forms: Table::from_sorted(forms.keys().map(String::as_str)),
            postings,
            layouts,
        }
    }
}

/// One article being filed.
struct Filing<'a> {
    article: u32,
    forms: &'a mut BTreeMap<String, Gathered>,
    next: u32,
}

impl Filing<'_> {
    fn file(mut self, article: &Article) -> Layout {
        let mut layout = Layout {
            sentences: u32::try_from(article.sentences.len()).expect("a text is under 4 GB"),
            ..Layout::default()
        };
        let mut filed = 0;
        for block in &article.blocks {
            let field = Field::of(block.kind);
            for sentence in article.sentences_of(block) {
                debug_assert_eq!(sentence, filed, "sentences tile the blocks");
                filed = sentence + 1;
                layout.firsts.push(self.next);
                layout.fields.push(field.unwrap_or(Field::Furniture));
                if let Some(field) = field {
                    self.add(&article.text, article.sentences[sentence], field, &mut layout);
                }
            }
            self.next += 1;
        }
        if let Some(title) = &article.header.headline
            && !matches!(title.ground, Ground::Stated(_))
            && !article.blocks.iter().any(|block| block.kind == BlockKind::Headline)
        {
            layout.firsts.push(self.next);
            layout.fields.push(Field::Headline);
            self.add(&title.value, Span::of(0, title.value.len()), Field::Headline, &mut layout);
        }
        layout
    }

    fn add(&mut self, text: &str, span: Span, field: Field, layout: &mut Layout) {
        for (number, Token { span, form, joined }) in tokens(text, span).into_iter().enumerate() {
            let place = Posting { article: self.article, position: self.next };
            let gathered = self.forms.entry(form).or_default();
            gathered.places.push(place);
            if number > 0 && matches!(field, Field::Body | Field::Lead) {
                let capital = span.slice(text).and_then(|word| word.chars().next()).is_some_and(char::is_uppercase);
                gathered.capitals += if capital { 1 } else { -1 };
            }
            if let Some((compound, _)) = joined {
                self.forms.entry(compound).or_default().places.push(place);
            }
            self.next += 1;
            layout.lengths[field as usize] += 1;
        }
    }
}

impl Groups {
    /// Groups forms, given by rising number, under their names.
    fn gather(named: impl Iterator<Item = (usize, String)>) -> Self {
        let mut groups: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (form, name) in named {
            groups.entry(name).or_default().push(u32::try_from(form).expect("a dictionary is under 4 G"));
        }
        let mut gathered = Self { names: Table::from_sorted(groups.keys().map(String::as_str)), ..Self::default() };
        for members in groups.values() {
            gathered.members.extend(members);
            gathered.ends.push(u32::try_from(gathered.members.len()).expect("a dictionary is under 4 G"));
        }
        gathered
    }
}
