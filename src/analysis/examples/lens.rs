//! Prints what a lens says about a folder of articles, as text: `lens FOLDER 'lens=compare&by=words'`.

use crossread_analysis::{collection, read};
use crossread_corpus::{
    index::Index,
    lens::{Looking, sheet},
    results::Library,
    sheet::{Line, Part, Piece},
    view::View,
};

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().expect("usage: lens FOLDER VIEW");
    let folder = read::folder(folder.as_ref()).expect("the folder can be read");
    let collection = collection(folder).expect("its corrections fit");
    let index = Index::build(&collection.articles);
    let library = Library::new(collection, index);
    for url in words {
        let view = View::from_url(&url);
        let results = library.answer(&view);
        println!("=== {url}");
        print(&library, &sheet(Looking { library: &library, results: &results, view: &view }), 0);
    }
}

fn print(library: &Library, parts: &[Part], depth: usize) {
    let margin = "  ".repeat(depth);
    let line = |line: &Line| -> String { line.iter().map(|piece| told(library, piece)).collect() };
    for part in parts {
        match part {
            Part::Heading(level, words) => println!("{margin}{} {}", "#".repeat((*level).into()), line(words)),
            Part::Paragraph(words) => println!("{margin}{}", line(words)),
            Part::Note(words) => println!("{margin}({})", line(words)),
            Part::List(lines) => lines.iter().for_each(|words| println!("{margin}- {}", line(words))),
            Part::Pairs(pairs) => pairs.iter().for_each(|(name, words)| println!("{margin}{name}: {}", line(words))),
            Part::Table { caption, head, rows } => {
                println!("{margin}[{caption}]");
                for row in core::iter::once(head).chain(rows) {
                    println!("{margin}| {}", row.iter().map(line).collect::<Vec<_>>().join(" | "));
                }
            }
            Part::Fold(summary, parts) => {
                println!("{margin}> {summary}");
                print(library, parts, depth + 1);
            }
            Part::Bars(bars) => bars.iter().for_each(|bar| println!("{margin}{} {:?}", line(&bar.line), bar.parts)),
            Part::Lanes { caption, days, lanes, .. } => {
                println!("{margin}[{caption}] {}", days.join(" | "));
                for (name, marks) in lanes {
                    let marks = marks.iter().map(|mark| format!("{}..{} {}", mark.from, mark.to, mark.words));
                    println!("{margin}| {}: {}", line(name), marks.collect::<Vec<_>>().join("; "));
                }
            }
            Part::Card(parts) => print(library, parts, depth + 1),
            Part::Columns(columns) | Part::Tied(columns) => {
                for (nth, parts) in columns.iter().enumerate() {
                    println!("{margin}column {}", nth + 1);
                    print(library, parts, depth + 1);
                }
            }
            Part::Join(name, others) => println!("{margin}{name} = one of {}", others.len()),
            Part::Choices(name, choices) => println!("{margin}{name}: {}", line(choices)),
        }
    }
}

fn told(library: &Library, piece: &Piece) -> String {
    match piece {
        Piece::Words(words) | Piece::Source(words) | Piece::Around(words) => words.clone(),
        Piece::Place { words, .. } => format!("“{words}”"),
        Piece::Go { words, current, .. } => format!("[{words}{}] ", if *current { " *" } else { "" }),
        Piece::Break => " / ".to_owned(),
        Piece::Outlet(number) => format!("{} ", library.names[*number]),
        Piece::Tag(words) => format!("<{words}>"),
        Piece::Only(words, true) => format!("{{+{words}+}}"),
        Piece::Only(words, false) => format!("{{-{words}-}}"),
        Piece::Correct { words, .. } => format!("({words})"),
        Piece::Moved(words) => format!("{{~{words}~}}"),
    }
}
