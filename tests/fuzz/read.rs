//! Reading any bytes as a file of any format.

/// The formats, by the first byte of the input.
const NAMES: [&str; 11] =
    ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", "a.tsv", "a.toml", "a.eml", "a.docx", "a.epub"];

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
        let seeds: [&[u8]; 16] = [
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
            b"\x07title = 'T'\n[articles.'a.txt']\ndate = 2031-02-03\nauthors = ['A']\n[aliases]\nB = 'C'\n'D' = ['E', 'F']\n",
        ];
        assert!(crate::run("read", &seeds, super::read) >= 16);
    }
}
