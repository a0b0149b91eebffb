//! Reading any bytes as a file of any format.

/// The formats, by the first byte of the input.
const NAMES: [&str; 12] =
    ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.toml", "a.eml", "a.docx", "a.epub", "a.pdf"];

/// Reads all but the first byte, which picks the format; an editor's file stands for both of its kinds.
///
/// # Panics
/// When a reading breaks what readers promise.
pub(crate) fn read(bytes: &[u8]) {
    let Some((pick, bytes)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*pick) % NAMES.len()];
    if name == "a.toml" {
        let text = String::from_utf8_lossy(bytes);
        for rejection in crossread_analysis::editor::corpus(name, &text).err().into_iter().flatten() {
            assert!(rejection.place.is_some(), "{rejection}");
        }
        drop(crossread_analysis::editor::sidecar(name, &text));
        return;
    }
    let Ok(readings) = crossread_analysis::read::file(name, bytes) else { return };
    assert!(!readings.is_empty());
    for reading in readings {
        assert!(!reading.text.trim().is_empty() && !reading.text.contains(['\r', '\0']));
        assert!(reading.marked.is_sorted_by(|a, b| a.0.end() <= b.0.start()));
        assert!(reading.marked.iter().all(|(span, _)| span.slice(&reading.text).is_some()));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn read() {
        let seeds: [&[u8]; 18] = [
            b"\0A headline\r\n\r\nIt was \x93late\x94, she said.\n",
            b"\0\xff\xfeA\0 \0w\0o\0r\0d\0.\0",
            b"\x01---\ntitle: \"One: two\"\nauthors: [A, B]\ndate: 2031-02-03\n---\n# One\n\nTwo *three*\n- a\n- b\n\n![c](d)\n",
            b"\x01+++\ntitle = 'One'\ndate = 2031-02-03\n+++\n> Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            concat!("\x02", include_str!("../golden/html/weblog.html")).as_bytes(),
            concat!("\x02", include_str!("../golden/html/broadcaster.html")).as_bytes(),
            concat!("\x02", include_str!("../golden/html/magazine.html")).as_bytes(),
            concat!("\x02", include_str!("../golden/html/live.html")).as_bytes(),
            concat!("\x02", include_str!("../golden/html/scripted.html")).as_bytes(),
            b"\x02<title>One - Two</title><h1>One</h1><table><tr><td>a<td>b</table><p>Text, of some length, here.<br><br>x",
            b"\x03{\"title\": \"One\", \"text\": \"Two \\u00e9 \\ud83e\\udd8a\", \"authors\": [\"A\", {\"name\": \"B\"}], \"date\": null}",
            b"\x03{\"articles\": [{\"headline\": 1, \"html\": \"<p>One</p>\"}, {\"body\": \"Two\"}]}",
            b"\x04{\"text\": \"One\", \"language\": \"en_US\"}\n{\"text\": \"Two\", \"source\": \"https://a.example/1\"}\n",
            b"\x05title;text;authors\nOne;\"Two\n\"\"three\"\"\";\"['A', 'B']\"\nFour;Five;\n",
            b"\x06title\ttext\nOne\tTwo\n",
            b"\x0b%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>\
              endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R>>/XObject<</X 8 0 R>>>>>>endobj\n\
              4 0 obj<</Length 99>>stream\nq 1 0 0 1 9 9 cm BT /F 12 Tf 20 700 Td 14 TL [(One) -300 (t\\167o)] TJ T* (three-) ' /G 9 Tf \
              <00010002> Tj ET Q /X Do 0 0 9 9 re W n /Span<</ActualText(x)>>BDC BT /F 9 Tf (y) Tj ET EMC\nendstream endobj\n\
              5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/B/f_i]>>>>\
              endobj\n6 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[<</W[1[500 600]3 9 700]>>]>>\
              endobj\n7 0 obj<</Length 90>>stream\n1 beginbfrange <0001> <0009> <0041> endbfrange 1 beginbfchar <0002> <00660069> \
              endbfchar\nendstream endobj\n8 0 obj<</Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 0 0]/Length 40>>stream\nBT /F 30 Tf \
              50 750 Td (Four) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R/Info<</Title(Four)>>>>\n",
            b"\x0b%PDF-1.4\n1 0 obj<</Pages<</Kids[<</Contents 2 0 R/Resources<</Font<</F<</Subtype/TrueType/FirstChar 65/Widths[9 9]>>>>>>>>]>>\
              >>endobj 2 0 obj<</Filter[/ASCIIHexDecode/RunLengthDecode]>>stream\n0542542f46203920546628412954>\nendstream endobj \
              trailer<</Root 1 0 R>>",
            b"\x07title = 'T'\n[articles.'a.txt']\ndate = 2031-02-03\nauthors = ['A']\n[aliases]\nB = 'C'\n'D' = ['E', 'F']\n",
        ];
        assert!(crate::run("read", &seeds, super::read) >= 18);
    }
}
