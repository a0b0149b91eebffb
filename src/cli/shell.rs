//! The page as Trunk leaves it, without its articles: what stands in it, and the changes that both finished forms need.

use anyhow::{Context, Result, bail};
use dom_query::{Document, Selection};
use maud::{Markup, PreEscaped, html};

/// What the articles are put in place of.
const PLACE: &str = "<div id=\"plain\"></div>";

/// `index.html`, parsed as browsers do.
pub(crate) struct Shell {
    document: Document,
}

/// A style sheet that the page links to.
pub(crate) struct Sheet<'a> {
    /// The link.
    pub(crate) link: Selection<'a>,
    /// Its address.
    pub(crate) href: String,
    /// For which media, where it says so.
    pub(crate) media: Option<String>,
}

impl Shell {
    /// Reads the page. Refuses one that the finished forms cannot be made of.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let shell = Self { document: Document::from(text) };
        for (selector, shown) in
            [("div#plain", PLACE), ("meta[charset]", "<meta charset=\"utf-8\">"), ("title", "<title>")]
        {
            let count = shell.document.select(selector).length();
            if count != 1 {
                bail!("it needs {shown} exactly once and has it {count} times; Trunk takes it from index.html");
            }
        }
        if !shell.document.select("div#plain").inner_html().trim().is_empty() {
            bail!("its {PLACE} is not empty: was the page prepared before? Build it anew");
        }
        if !shell.document.select("meta[http-equiv='Content-Security-Policy']").is_empty() {
            bail!("it has a Content-Security-Policy of its own; leave that to this command");
        }
        Ok(shell)
    }

    /// The script that starts the page: the one inline module.
    pub(crate) fn start_script(&self) -> Result<Selection<'_>> {
        let scripts = self.document.select("script[type='module']:not([src])");
        match scripts.length() {
            1 => Ok(scripts),
            0 => bail!(
                "it has no inline <script type=\"module\">, which Trunk writes for <link data-trunk rel=\"rust\">: is that \
                 link in index.html?"
            ),
            count => {
                bail!("it has {count} inline <script type=\"module\">, and which of them starts the page is unclear")
            }
        }
    }

    /// Puts a script in the page that runs before the one that starts it.
    pub(crate) fn before_start(&self, script: &str) -> Result<()> {
        let script = html! { script { (PreEscaped(script)) } };
        self.start_script()?.before_html(script.into_string());
        Ok(())
    }

    /// The texts of the scripts that stand in the page and run, in order.
    pub(crate) fn scripts(&self) -> Vec<String> {
        let runs = |script: &Selection<'_>| match script.attr("type") {
            None => true,
            Some(kind) => {
                let kind = kind.trim().to_ascii_lowercase();
                ["", "module", "importmap", "speculationrules"].contains(&kind.as_str()) || kind.ends_with("javascript")
            }
        };
        let scripts = self.document.select("script:not([src])");
        scripts.iter().filter(runs).map(|script| script.text().to_string()).collect()
    }

    /// The texts of the styles that stand in the page, in order.
    pub(crate) fn styles(&self) -> Vec<String> {
        self.document.select("style").iter().map(|style| style.text().to_string()).collect()
    }

    /// The style sheets it links to, in order.
    pub(crate) fn sheets(&self) -> Result<Vec<Sheet<'_>>> {
        let links = self.document.select("link[rel='stylesheet']");
        links
            .iter()
            .map(|link| {
                let href = link.attr("href").context("a <link rel=\"stylesheet\"> in it has no href")?.to_string();
                let media = link.attr("media").map(|media| media.to_string());
                Ok(Sheet { link, href, media })
            })
            .collect()
    }

    /// Puts first what asks for files ahead of their use, so that they are asked for before the rest has arrived.
    pub(crate) fn hurry_preloads(&self) {
        // the program first: it takes longest to arrive
        let mut markup = String::new();
        for rel in ["preload", "modulepreload"] {
            let links = self.document.select(&format!("link[rel='{rel}']"));
            links.iter().for_each(|link| markup += &link.html());
            links.remove();
        }
        self.document.select("meta[charset]").after_html(markup);
    }

    /// All elements that a selector finds.
    pub(crate) fn select(&self, selector: &str) -> Selection<'_> {
        self.document.select(selector)
    }

    /// Names the page, in the browser's tab and in search results.
    pub(crate) fn describe(&self, title: &str, description: &str) {
        self.document.select("title").set_text(title);
        self.document.select("meta[name='description']").remove();
        let meta = html! { meta name="description" content=(description); };
        self.document.select("title").after_html(meta.into_string());
    }

    /// Says what the files of a program are called.
    pub(crate) fn name_program(&self, kind: &str, name: &str) {
        let meta = html! { meta name=(kind) content=(name); };
        self.document.select("title").after_html(meta.into_string());
    }

    /// Sets the Content-Security-Policy, before anything that it governs.
    pub(crate) fn set_policy(&self, policy: &str) {
        let meta = html! { meta http-equiv="Content-Security-Policy" content=(policy); };
        self.document.select("meta[charset]").after_html(meta.into_string());
    }

    /// The finished page, with the articles in their place.
    pub(crate) fn finish(self, plain: &Markup) -> Result<String> {
        let text = self.document.html().to_string();
        match text.split(PLACE).collect::<Vec<_>>().as_slice() {
            [before, after] => Ok([before, plain.0.as_str(), after].concat()),
            parts => bail!("{PLACE}, with no other attribute, must stand in it once, not {} times", parts.len() - 1),
        }
    }
}

/// The last part of a link: the name of a file that Trunk wrote beside the page.
pub(crate) fn file_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A page as Trunk writes it, in small.
    pub(crate) const PAGE: &str = "<!doctype html>\r\n<html lang=\"en\"><head><meta charset=\"utf-8\" /><title>Bread</title>\r\n<meta \
        name=\"description\" content=\"Old\"><link rel=\"stylesheet\" href=\"./a-1.css\" integrity=\"sha384-x\"/>\
        <link rel=\"stylesheet\" href=\"./b-2.css\" media=\"print\">\n<script type=\"module\">\r\nimport init, * as bindings \
        from './oven-1.js';\nimport initializer from './2-start.mjs';\nconst wasm = await go(init, './oven-1_bg.wasm', 5, \
        initializer(), true);\n</script><link rel=\"modulepreload\" href=\"./oven-1.js\"></head><body><p id=\"loading\" \
        hidden></p><noscript><p>Scripts &amp; such are off.</p></noscript><div id=\"plain\"></div></body></html>";

    #[test]
    fn what_stands_in_the_page_is_found() {
        let shell = Shell::parse(PAGE).unwrap();
        let scripts = shell.scripts();
        assert_eq!(scripts.len(), 1);
        assert!(
            scripts[0].starts_with("\nimport init"),
            "as browsers see it, without carriage returns: {:?}",
            scripts[0]
        );
        assert_eq!(shell.start_script().unwrap().text().to_string(), scripts[0]);
        let sheets = shell.sheets().unwrap();
        let found: Vec<_> = sheets.iter().map(|sheet| (file_of(&sheet.href), sheet.media.as_deref())).collect();
        assert_eq!(found, [("a-1.css", None), ("b-2.css", Some("print"))]);
    }

    #[test]
    fn the_page_is_named_and_closed() {
        let shell = Shell::parse(PAGE).unwrap();
        shell.describe("Rye & </title><script>", "\"Sour\" <dough>");
        shell.set_policy("default-src 'none'");
        let page = shell.finish(&html! { p { "<risen>" } }).unwrap();
        let policy = page.find("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">").unwrap();
        let charset = page.find("<meta charset=\"utf-8\">").unwrap();
        assert!(charset < policy && policy < page.find("<title>").unwrap(), "{page}");
        assert!(page.contains("<title>Rye &amp; &lt;/title&gt;&lt;script&gt;</title>"), "{page}");
        assert!(page.contains("content=\"&quot;Sour&quot; ") && !page.contains("Old"), "{page}");
        assert!(page.contains("<noscript><p>Scripts &amp; such are off.</p></noscript><p>&lt;risen&gt;</p>"), "{page}");
    }

    #[test]
    fn data_in_script_elements_does_not_run() {
        let more = "<script type=\"application/json\">{}</script><script type=\"Text/JavaScript\">b()</script>\
                    <script src=\"c.js\"></script><script>d()</script>";
        let shell = Shell::parse(&PAGE.replace("</head>", &format!("{more}</head>"))).unwrap();
        assert_eq!(shell.scripts()[1..], ["b()", "d()"]);
    }

    #[test]
    fn pages_that_cannot_be_finished_are_refused() {
        let check = |from: &str, to: &str, word: &str| {
            let shell = Shell::parse(&PAGE.replace(from, to));
            let error = shell.and_then(|shell| shell.start_script().map(|_| ())).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        };
        check("<div id=\"plain\"></div>", "", "0 times");
        check("<div id=\"plain\"></div>", "<div id=\"plain\"></div><div id=\"plain\"></div>", "2 times");
        check("<div id=\"plain\"></div>", "<div id=\"plain\">x</div>", "prepared before");
        check("<meta charset=\"utf-8\" />", "", "charset");
        check("type=\"module\"", "", "no inline");
        check("<p id", "<script type=\"module\"></script><p id", "2 inline");
        check("<p id", "<meta http-equiv=\"content-security-policy\"><p id", "of its own");
        let other = Shell::parse(&PAGE.replace("id=\"plain\"", "id=\"plain\" class=\"x\"")).unwrap();
        assert!(other.finish(&html! {}).is_err());
    }
}
