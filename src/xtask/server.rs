//! A static file server for this machine: enough HTTP to look at the page, and no more.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A request's head may not be longer than this many bytes.
const LONGEST_HEAD: u64 = 64 * 1024;
/// Browsers open connections in advance and then say nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// Serves the files of a folder, for ever, each connection in a thread of its own.
pub(crate) fn serve(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        // A reader who goes away in the middle is no error of ours.
        std::thread::spawn(move || {
            let _ = answer(stream, &folder);
        });
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new((&stream).take(LONGEST_HEAD)).lines();
    let Some(request) = head.next().transpose()? else { return Ok(()) };
    // All of the head is read: a connection closed over unread bytes is cut off before the answer arrives.
    for line in head {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return respond(
            &mut stream,
            "405 Method Not Allowed",
            "text/plain; charset=utf-8",
            b"only GET and HEAD\n",
            true,
        );
    }
    let body = method == "GET";
    let found = file(target).map(|path| folder.join(path)).and_then(|path| Some((std::fs::read(&path).ok()?, path)));
    match found {
        Some((bytes, path)) => respond(&mut stream, "200 OK", media_type(&path), &bytes, body),
        None => respond(&mut stream, "404 Not Found", "text/plain; charset=utf-8", b"not found\n", body),
    }
}

fn respond(stream: &mut TcpStream, status: &str, media_type: &str, bytes: &[u8], with_body: bool) -> Result<()> {
    // no-cache: the page is built again while it is looked at.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(bytes)?;
    }
    stream.flush()
}

/// The file that a request's target names, below the folder; none for what could lead out of it, or is hidden.
fn file(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decode(path)?;
    let mut file = PathBuf::new();
    let mut segments = path.split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "" if last => file.push("index.html"),
            "" => return None,
            _ if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) => return None,
            _ => file.push(segment),
        }
    }
    Some(file)
}

/// Undoes percent-encoding.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_stay_in_the_folder() {
        let check = |target| file(target).map(|path| path.to_string_lossy().replace('\\', "/"));
        assert_eq!(check("/").as_deref(), Some("index.html"));
        assert_eq!(check("/?q=bread#x").as_deref(), Some("index.html"));
        assert_eq!(check("/a/b%20c.js?x=/../").as_deref(), Some("a/b c.js"));
        assert_eq!(check("/a/").as_deref(), Some("a/index.html"));
        for out in [
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/%2e%2e%2fx",
            "/a%5c..%5cx",
            "//etc/passwd",
            "/C:/x",
            "/.stage/x",
            "/a%00",
            "/%zz",
            "/%",
            "x",
            "",
            "http://other/x",
        ] {
            assert_eq!(check(out), None, "{out}");
        }
    }

    #[test]
    fn files_are_served_with_their_types() {
        let folder = std::env::temp_dir().join(format!("crossread-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "<p>bread</p>").unwrap();
        std::fs::write(folder.join("oven_bg.wasm"), b"\0asm").unwrap();
        std::fs::write(folder.join("oven.mjs"), "").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let served = folder.clone();
        std::thread::spawn(move || serve(&listener, &served));
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).unwrap();
            write!(stream, "{request} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        let page = ask("GET /?q=bread");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"), "{page}");
        assert!(page.ends_with("\r\n\r\n<p>bread</p>"), "{page}");
        let head = ask("HEAD /");
        assert!(head.contains("Content-Length: 12\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask("GET /oven_bg.wasm").contains("Content-Type: application/wasm\r\n"));
        assert!(ask("GET /oven.mjs").contains("Content-Type: text/javascript"));
        assert!(ask("GET /absent").starts_with("HTTP/1.1 404"));
        assert!(ask("GET /../index.html").starts_with("HTTP/1.1 404"));
        assert!(ask("POST /").starts_with("HTTP/1.1 405"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
