//! PDF files made for tests: objects, a table of where they are, and one line of text where each is wanted.

use core::fmt::Write;

/// A file of these objects, numbered from 1; the first is its catalogue.
pub(in crate::read) fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(text.len());
        writeln!(text, "{} 0 obj\n{object}\nendobj", at + 1).unwrap();
    }
    let start = text.len();
    writeln!(text, "xref\n0 {}\n0000000000 65535 f ", places.len() + 1).unwrap();
    places.iter().for_each(|place| writeln!(text, "{place:010} 00000 n ").unwrap());
    writeln!(text, "trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF", places.len() + 1)
        .unwrap();
    text.into_bytes()
}

/// A stream with this dictionary.
pub(in crate::read) fn stream(dictionary: &str, data: &str) -> String {
    format!("<< {dictionary} /Length {} >>\nstream\n{data}\nendstream", data.len())
}

/// Pages of these contents, 600 points wide and 800 high, with Helvetica as `F` and the other `resources`.
pub(in crate::read) fn pages(contents: &[&str], resources: &str, more: &[String], trailer: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 3 + 2 * at + more.len())).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 600 800] /Resources << /Font << /F << /Type /Font /Subtype \
             /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> {resources} >> >>",
            kids.join(" "),
            contents.len()
        ),
    ];
    objects.extend(more.iter().cloned());
    for content in contents {
        let number = objects.len() + 2;
        objects.push(format!("<< /Type /Page /Parent 2 0 R /Contents {number} 0 R >>"));
        objects.push(stream("", content));
    }
    file(&objects, trailer)
}

/// One line of text in `size` at this place, from the page's lower left corner.
pub(in crate::read) fn line(text: &str, left: f32, base: f32, size: f32) -> String {
    format!("BT /F {size} Tf 1 0 0 1 {left} {base} Tm ({text}) Tj ET\n")
}
