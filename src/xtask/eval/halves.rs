//! The development data in two halves, so that rules made by looking at one can be tried on the other.
//!
//! The script scores what is in the data file beside it: each half gets a copy of the scripts and a file of its own.

use anyhow::{Context, Result};
use flate2::{Compression, Crc, read::GzDecoder, write::GzEncoder};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// One half.
pub(crate) struct Half {
    /// The folder of its copy of the scripts.
    pub(crate) scripts: PathBuf,
    /// What was found in its articles.
    pub(crate) found: PathBuf,
}

/// Makes both halves below `work`: ids with an even CRC-32, and those with an odd one.
pub(crate) fn make(work: &Path, scripts: &Path, data: &Path, found: &Path) -> Result<[Half; 2]> {
    let gold = lines(GzDecoder::new(File::open(data).with_context(|| format!("cannot open {}", data.display()))?))?;
    let found = lines(File::open(found).with_context(|| format!("cannot open {}", found.display()))?)?;
    let half = |odd: bool| -> Result<Half> {
        let own = |line: &&String| id(line).is_some_and(|id| is_odd(id) == odd);
        let folder = work.join(if odd { "odd" } else { "even" });
        let half = Half { scripts: folder.join("eval"), found: folder.join("found.jsonl") };
        fs::create_dir_all(&half.scripts)?;
        fs::create_dir_all(folder.join("data"))?;
        for script in ["polnear.py", "common.py"] {
            fs::write(half.scripts.join(script), fs::read(scripts.join(script))?)?;
        }
        let file = File::create(folder.join("data").join(data.file_name().context("the data is a file")?))?;
        let mut packed = GzEncoder::new(file, Compression::fast());
        gold.iter().filter(own).try_for_each(|line| writeln!(packed, "{line}"))?;
        packed.finish()?;
        let mut plain = File::create(&half.found)?;
        found.iter().filter(own).try_for_each(|line| writeln!(plain, "{line}"))?;
        Ok(half)
    };
    Ok([half(false)?, half(true)?])
}

fn lines(file: impl std::io::Read) -> Result<Vec<String>> {
    BufReader::new(file).lines().collect::<std::io::Result<_>>().context("a file of lines cannot be read")
}

/// The value of a line's field "id"; ids have no escapes.
fn id(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("\"id\":")?;
    rest.trim_start().strip_prefix('"')?.split('"').next()
}

fn is_odd(id: &str) -> bool {
    let mut crc = Crc::new();
    crc.update(id.as_bytes());
    crc.sum() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_and_parted() {
        assert_eq!(id(r#"{"id": "bread-1", "quotes": []}"#), Some("bread-1"));
        assert_eq!(id(r#"{"text":"x","id":"rye"}"#), Some("rye"));
        assert_eq!(id("{}"), None);
        assert!(is_odd("a") && !is_odd("d"), "as zlib.crc32 has it");
    }
}
