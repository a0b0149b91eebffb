//! `cargo xtask serve`: from a fresh clone to the page in a browser, and again whenever a source changes.

use crate::arguments::Arguments;
use crate::page::Page;
use crate::program::on_path;
use crate::server::serve;
use crate::watch::Watch;
use crate::{setup, sizes};
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::time::Duration;

const PORT: u16 = 8080;
/// How many ports are tried when the first is taken.
const TRIES: u16 = 50;

/// `cargo xtask serve`.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let page = Page::from_arguments(arguments)?;
    let port = match arguments.flag("--port") {
        Some(port) => port.parse().with_context(|| format!("--port {port}: not a port number"))?,
        None => PORT,
    };
    let tools = setup::for_page(&page.root)?;
    let watch = watch(&page);
    let mut seen = watch.state();
    page.build(&tools)?;
    sizes::print(&page.dist())?;

    let listener = listen(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let dist = page.dist();
    std::thread::spawn(move || serve(&listener, &dist));
    println!("\nThe page is at {address} (Ctrl-C ends this; a changed article or source is built again)");
    open(&address);
    loop {
        seen = watch.wait(&seen, Duration::from_millis(700));
        println!("\nSomething changed: building again");
        match page.build(&tools) {
            Ok(()) => println!("Done: reload {address}"),
            Err(error) => println!("{error:#}\nThe page at {address} is still the last one that could be built."),
        }
    }
}

fn watch(page: &Page) -> Watch {
    let sources = ["src", "style", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];
    let own = sources.iter().map(|name| page.root.join(name));
    Watch::new(own.chain([page.articles.clone()]).collect())
}

/// The port asked for, or the next one that is free; on this machine only.
fn listen(port: u16) -> Result<TcpListener> {
    let last = port.saturating_add(TRIES);
    for candidate in port..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
                println!("Port {candidate} is taken, trying the next");
            }
            Err(error) => return Err(error).with_context(|| format!("cannot serve on port {candidate}")),
        }
    }
    anyhow::bail!("the ports {port} to {last} are all taken: choose another with --port")
}

/// Opens the address in a browser if there is a desktop; whoever sees no window still has the address.
fn open(address: &str) {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if (set("DISPLAY") || set("WAYLAND_DISPLAY")) && on_path(&["xdg-open"]).is_some() {
        Command::new("xdg-open")
    } else {
        return;
    };
    if !set("CI") {
        let _ = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next() {
        let first = listen(0).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = listen(taken).unwrap();
        assert!(second.local_addr().unwrap().port() > taken);
        assert!(second.local_addr().unwrap().ip().is_loopback());
    }

    #[test]
    fn all_that_the_page_is_made_of_is_watched() {
        let page = Page::default().unwrap();
        assert!(page.articles.is_dir());
        assert_ne!(watch(&page).state(), Watch::new(Vec::new()).state());
    }
}
