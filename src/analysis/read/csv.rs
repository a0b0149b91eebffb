//! CSV with a header line, separated by commas, semicolons or tabs.

use super::{
    decode::decode,
    field,
    record::{File, Record, readings},
};
use crate::{reading::Reading, rejection::Rejection};
use crossread_corpus::article::Format;
use csv::{ErrorKind, ReaderBuilder, StringRecord};

/// Reads a `.csv` or `.tsv`.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    let decoded = decode(name, bytes, None)?;
    let file = File { name, bytes, format: Format::Csv, decoded: &decoded };
    let mut reader = ReaderBuilder::new().delimiter(delimiter(&decoded.text)).from_reader(decoded.text.as_bytes());
    let header = reader.headers().map_err(|error| rejection(name, &error))?.clone();
    let can_hold = |column: &str| {
        let column = field::folded(column);
        field::TEXT.contains(&column.as_str()) || field::HTML.contains(&column.as_str())
    };
    if !header.iter().any(can_hold) {
        return Err(no_text_column(name, &header));
    }
    let mut records = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| rejection(name, &error))?;
        let mut record = Record::default();
        header.iter().zip(&row).for_each(|(column, value)| record.push(column.trim(), value));
        records.push((row.position().map(csv::Position::line), record));
    }
    readings(&file, &records)
}

/// The separator that stands most often in the header line, outside quotes; a comma when none does.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes().take_while(|byte| *byte != b'\n') {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte && !quoted) {
            *count += 1;
        }
    }
    let [comma, ..] = counts;
    counts.into_iter().fold(comma, |best, other| if other.1 > best.1 { other } else { best }).0
}

fn no_text_column(file: &str, header: &StringRecord) -> Rejection {
    let columns: Vec<&str> = header.iter().map(str::trim).collect();
    let mut record = Record::default();
    columns.iter().for_each(|column| record.push(column, "x"));
    let told = record.no_text(file);
    let problem = format!("no column \"text\": the columns are {}", columns.join(", "));
    if told.problem.contains("metadata") {
        return Rejection { problem: format!("{} (the columns are {})", told.problem, columns.join(", ")), ..told };
    }
    Rejection::new(file, problem, "name the column that holds the articles \"text\", in the first line").at("line 1")
}

fn rejection(file: &str, error: &csv::Error) -> Rejection {
    let ErrorKind::UnequalLengths { pos, expected_len, len } = error.kind() else {
        return Rejection::new(file, format!("not valid CSV ({error})"), "mend it there");
    };
    let problem = format!("this row has {len} fields and the header {expected_len}");
    let rejection = Rejection::new(file, problem, "put fields that hold separators or line ends in double quotes");
    match pos {
        Some(pos) => rejection.at(format!("line {}", pos.line())),
        None => rejection,
    }
}

#[cfg(test)]
mod tests;
