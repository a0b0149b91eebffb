//! Whole files: what they come to, and what is said of those that come to nothing.

use super::{
    testing::{file, line, pages, stream},
    *,
};
use crossread_corpus::article::BlockKind;

fn reading(bytes: &[u8]) -> Reading {
    read("a.pdf", bytes).unwrap().remove(0)
}

fn problem(bytes: &[u8]) -> String {
    read("a.pdf", bytes).unwrap_err().problem
}

/// The text of one page with this content.
fn text(content: &str) -> String {
    reading(&pages(&[content], "", &[], "")).text
}

#[test]
fn an_article_is_read() {
    let content = [
        line("Ferry runs again to the isle", 50.0, 700.0, 24.0),
        line("By Ann Poe", 50.0, 670.0, 11.0),
        line("The ferry runs again, the mayor said on Monday, and it", 50.0, 640.0, 11.0),
        line("will carry almost 7,000 people a day.", 50.0, 627.0, 11.0),
        line("\\223We are ready,\\224 she told the Harbour Times.", 50.0, 600.0, 11.0),
    ];
    let reading =
        reading(&pages(&[&content.concat()], "", &[], "/Info << /Author (root) /CreationDate (D:20310303) >>"));
    let expected = "Ferry runs again to the isle\n\nBy Ann Poe\n\nThe ferry runs again, the mayor said on Monday, and it will \
                    carry almost 7,000 people a day.\n\n“We are ready,” she told the Harbour Times.";
    assert_eq!(reading.text, expected);
    assert_eq!(reading.fields, Fields::default());
    let marked: Vec<_> = reading.marked.iter().map(|(span, kind)| (&reading.text[span.range()], *kind)).collect();
    assert_eq!(marked, [("Ferry runs again to the isle", BlockKind::Headline)]);
}

#[test]
fn letters_are_found_by_every_way_of_showing_them() {
    assert_eq!(text("BT /F 10 Tf 20 700 Td 12 TL (One) Tj ( two) ' 0 0 (.) \" ET"), "One two .");
    assert_eq!(text("BT /F 10 Tf 20 700 Td [(Fer) 20 (ry) -300 (runs)] TJ ET"), "Ferry runs");
    assert_eq!(text("BT /F 10 Tf 20 700 TD 3 Tr <466572 7279> Tj ET"), "Ferry", "not to be seen, as of a scan");
    assert_eq!(text("q 2 0 0 2 10 10 cm BT /F 10 Tf 20 20 Td (Ferry) Tj ET Q"), "Ferry");
    let stamp = "BT /F 30 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET BT /F 10 Tf 20 700 Td (Ferry) Tj ET";
    assert_eq!(text(stamp), "Ferry", "what stands askew");
    assert_eq!(text("BT /F 10 Tf 20 700 Td (Ferry) Tj 900 0 Td (aside) Tj ET"), "Ferry", "what is beside the page");
}

#[test]
fn what_a_mark_says_is_read_instead() {
    let content = "BT /F 10 Tf 20 700 Td /Span << /ActualText <FEFF00E9> >> BDC (xx) Tj EMC (t) Tj ET";
    assert_eq!(text(content), "ét");
    let head = "/Artifact << /Type /Pagination >> BDC BT /F 10 Tf 20 700 Td (Page) Tj ET EMC BT /F 10 Tf 20 600 Td (Ferry) Tj ET";
    assert_eq!(text(head), "Ferry");
}

#[test]
fn fonts_say_what_their_codes_are() {
    let to_unicode =
        "1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <01> <00660066> <02> <00e9> endbfchar";
    let objects = [
        "<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 1 /Widths [500 500 500 500] /Encoding << /Differences [1 /a /b /f_i \
         /uni20AC] >> >>"
            .to_owned(),
        "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [<< /W [1 [500 500]] >>] >>".to_owned(),
        stream("", &to_unicode.replace("<00> <ff>", "<0000> <ffff>").replace("<01>", "<0001>").replace("<02>", "<0002>")),
    ];
    let content = "BT /S 10 Tf 20 700 Td <01020304> Tj /C 10 Tf 30 0 Td <00010002> Tj ET";
    let resources = "/Font << /S 3 0 R /C 4 0 R >>";
    let bytes = pages(&[content], "", &objects, "");
    let bytes = String::from_utf8(bytes)
        .unwrap()
        .replace("/Resources << /Font <<", &format!("/Resources << {resources} /X <<"));
    assert_eq!(reading(bytes.as_bytes()).text, "abfi€ ffé");
}

#[test]
fn parts_painted_as_a_whole_are_read_where_they_are() {
    let form = stream("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 100]", "BT /F 10 Tf 20 500 Td (second) Tj ET");
    let content = "BT /F 10 Tf 20 700 Td (first) Tj ET /X Do BT /F 10 Tf 20 500 Td (third) Tj ET";
    let bytes = pages(&[content], "/XObject << /X 3 0 R >>", &[form], "");
    assert_eq!(reading(&bytes).text, "first\n\nsecond\n\nthird");
}

#[test]
fn the_title_tells_the_headline_and_the_footer_the_address() {
    let page = |number: u8, text: &str| {
        [
            line("3/3/31, 9:47 PM", 24.0, 780.0, 8.0),
            line("Ferry runs again", 280.0, 780.0, 8.0),
            line(text, 50.0, 700.0, 11.0),
            line("https://harbour.example/ferry", 24.0, 15.0, 8.0),
            line(&format!("{number}/2"), 560.0, 15.0, 8.0),
        ]
        .concat()
    };
    let (first, second) = (page(1, "Ferry runs again"), page(2, "The mayor said so."));
    let reading = reading(&pages(&[&first, &second], "", &[], "/Info << /Title (Ferry runs again) >>"));
    assert_eq!(reading.text, "Ferry runs again\n\nThe mayor said so.");
    assert_eq!(reading.marked.len(), 1);
    assert_eq!(reading.fields.url.unwrap().value, "https://harbour.example/ferry");
    assert_eq!(reading.fields.headline, None);
}

#[test]
fn a_paragraph_goes_on_over_the_page() {
    let first = line("The ferry runs again, the mayor said in front of", 50.0, 60.0, 11.0);
    let second = line("a crowd of hundreds.", 50.0, 700.0, 11.0);
    let text = reading(&pages(&[&first, &second], "", &[], "")).text;
    assert_eq!(text, "The ferry runs again, the mayor said in front of a crowd of hundreds.");
}

#[test]
fn what_is_no_pdf_or_holds_no_text_is_refused() {
    assert_eq!(problem(b"words"), "this is not a PDF");
    assert_eq!(problem(b"%PDF-1.7\nwords"), "the PDF is damaged");
    assert_eq!(problem(&pages(&["0 0 9 9 re f"], "", &[], "")), "the PDF holds no text; it may be scanned pictures");
    let unknown = "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>".to_owned();
    let bytes = pages(&[&format!("BT /G 10 Tf <{}> Tj ET", "0041".repeat(40))], "", &[unknown], "");
    let bytes = String::from_utf8(bytes).unwrap().replace("/Font << /F ", "/Font << /G 3 0 R /F ");
    assert_eq!(problem(bytes.as_bytes()), "the PDF does not say which letters its shapes are");
}

#[test]
fn a_locked_file_is_refused() {
    let lock = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <00000000000000000000000000000000000000000000000000\
                00000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >>";
    let bytes = pages(&[&line("Ferry", 50.0, 700.0, 11.0)], "", &[], lock);
    assert_eq!(problem(&bytes), "the PDF is locked with a password");
    let odd = lock.replace("/V 1", "/V 9");
    assert_eq!(problem(&pages(&["BT ET"], "", &[], &odd)), "the PDF is locked in a way that is not read");
}

#[test]
fn hostile_files_are_refused_in_no_time() {
    // Parts that paint each other: two to the power of twenty times.
    let form = |other: usize| {
        stream(&format!("/Subtype /Form /Resources << /XObject << /X {other} 0 R >> >>"), "/X Do /X Do /X Do /X Do")
    };
    let forms: Vec<String> = (0..30).map(|at| form(3 + (at + 1) % 30)).collect();
    let bytes = pages(&["/X Do"], "/XObject << /X 3 0 R >>", &forms, "");
    assert_eq!(problem(&bytes), "unpacked it would be over 40 MB, far more than an article");
    let kids = "<< /Type /Page >> ".repeat(2_000);
    let objects = ["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), format!("<< /Type /Pages /Kids [{kids}] >>")];
    assert_eq!(problem(&file(&objects, "")), "it has 2000 pages, and at most 1000 are read");
    assert_eq!(problem(&file(&["<<>>".repeat(500_000)], "")), "it holds far more than an article can");
    let deep = format!("[{}", "[".repeat(1_000_000));
    assert_eq!(problem(&file(&[deep], "")), "the PDF is damaged");
    let many = pages(&[&format!("BT /F 10 Tf 50 700 Td ({}) Tj ET", "x".repeat(2_100_000))], "", &[], "");
    assert_eq!(problem(&many), "it holds far more than an article can");
    let widths =
        "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W [0 4294967295 500] >>] >>"
            .to_owned();
    let wide = pages(&[&line("Ferry", 50.0, 700.0, 11.0).replace("/F ", "/G ")], "", &[widths], "");
    let wide = String::from_utf8(wide).unwrap().replace("/Font << /F ", "/Font << /G 3 0 R /F ");
    assert_eq!(problem(wide.as_bytes()), "the PDF holds no text; it may be scanned pictures");
}
