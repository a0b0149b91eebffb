//! E-mails as programs save them: a newsletter, an alert, an article that was sent on.

use super::{
    decode::{is_blank, newlines},
    html::Markup,
    too_long,
};
use crate::{
    reading::{Fields, Named, Reading, key},
    rejection::Rejection,
};
use crossread_corpus::article::{Format, Origin, Warning};
use mail_parser::{MessageParser, MimeHeaders, PartType};

/// Reads a `.eml`.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Reading>, Rejection> {
    if bytes.len() > super::LIMIT {
        return Err(too_long(file, bytes.len() as u64));
    }
    let message = MessageParser::default().parse(bytes);
    let stated = message.filter(|mail| mail.from().is_some() || mail.subject().is_some() || mail.date().is_some());
    let Some(message) = stated else {
        let problem = "no lines From, Subject or Date, so it is not an e-mail";
        return Err(Rejection::new(file, problem, "save the message itself from your mail program"));
    };
    let named = |value: &str, from: &str| {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        (!is_blank(&value)).then(|| Named { value, from: from.to_owned() })
    };
    // Who sends a mail may be its outlet or its author, and nothing tells which: neither is taken.
    let fields = Fields {
        headline: message.subject().and_then(|subject| named(subject, "Subject")),
        date: message.date().and_then(|date| named(&date.to_rfc3339(), "Date")),
        ..Fields::default()
    };
    let plain = message.text_body.iter().filter_map(|part| match &message.parts.get(*part as usize)?.body {
        PartType::Text(text) if !is_blank(text) => Some(text.as_ref()),
        _ => None,
    });
    let plain: Vec<&str> = plain.collect();
    let origin = Origin {
        file: file.to_owned(),
        record: None,
        format: Format::Mail,
        encoding: "utf-8".to_owned(),
        source: None,
    };
    let mut reading = if plain.is_empty() {
        let html = message.html_body.iter().find_map(|part| match &message.parts.get(*part as usize)?.body {
            PartType::Html(html) if !is_blank(html) => Some(html.as_ref()),
            _ => None,
        });
        let Some(html) = html else {
            return Err(Rejection::new(
                file,
                "the e-mail holds no text",
                "save what is attached to it as a file of its own",
            ));
        };
        let Markup { text, marked, fields: of_page } = Markup::of(file, html)?;
        Reading { marked, fields: fields.or(&of_page), ..Reading::new(key(bytes), origin, text) }
    } else {
        let text = newlines(plain.join("\n\n").replace('\0', ""));
        Reading { fields, ..Reading::new(key(bytes), origin, text) }
    };
    let attached = message.attachments().filter(|part| part.attachment_name().is_some()).count();
    if attached > 0 {
        let message = format!("What is attached to the e-mail was left out ({attached}).");
        reading.warnings.push(Warning { span: None, message });
    }
    Ok(vec![reading])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(mail: &str) -> Reading {
        read("a.eml", mail.replace('\n', "\r\n").as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn subject_date_and_text_are_taken() {
        let mail = "From: Harbour Times <news@harbour.example>\nSubject: =?utf-8?Q?Ferry_runs_=E2=80=93_again?=\nDate: Mon, 3 Mar \
                    2031 21:47:00 +0530\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: \
                    quoted-printable\n\nThe caf=E9 opened=\n again.\n\nNobody was hurt.\n";
        let reading = check(mail);
        assert_eq!(reading.text.trim(), "The café opened again.\n\nNobody was hurt.");
        assert_eq!(reading.fields.headline.unwrap().value, "Ferry runs – again");
        assert_eq!(reading.fields.date.unwrap().value, "2031-03-03T21:47:00+05:30");
        assert_eq!((reading.fields.outlet, reading.fields.authors), (None, Vec::new()));
    }

    #[test]
    fn markup_is_read_where_there_is_no_plain_text() {
        let mail =
            "Subject: x\nContent-Type: text/html\n\n<p>The ferry runs.</p><script>alert(1)</script><p>Again.</p>\n";
        assert_eq!(check(mail).text, "The ferry runs.\n\nAgain.");
    }

    #[test]
    fn attachments_are_told_of() {
        let mail = "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\
                    The ferry runs.\n--b\nContent-Type: application/pdf; name=f.pdf\nContent-Disposition: attachment; \
                    filename=f.pdf\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n";
        let reading = check(mail);
        assert_eq!(reading.text.trim(), "The ferry runs.");
        assert_eq!(reading.warnings[0].message, "What is attached to the e-mail was left out (1).");
    }

    #[test]
    fn what_is_no_mail_or_empty_is_refused() {
        let problem = |mail: &str| read("a.eml", mail.as_bytes()).unwrap_err().problem;
        assert!(problem("").contains("not an e-mail"));
        assert!(problem("just words\n").contains("not an e-mail"));
        assert_eq!(problem("Subject: x\r\n\r\n \r\n"), "the e-mail holds no text");
    }
}
