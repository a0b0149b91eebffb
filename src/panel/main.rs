//! A reader's own articles: added in this panel, analysed by the worker, kept in this browser; and what a reader takes
//! away: quotations, exports, notes.
//!
//! It is a program of its own, which the page fetches when it is first asked for: a reader who adds nothing pays for a
//! button. What passes between the two is told in the page's `own.rs`.

mod dialog;
mod flag;
mod gather;
mod header;
mod held;
mod page;
mod place;
mod report;
mod shown;
mod take;
mod worker;

use crossread_corpus::{
    message::{Answer, Changed, Export, Headed, Order, Step, Undo},
    wording::counted,
};
use crossread_element::element::listen_to;
use js_sys::Array;
use leptos::prelude::{ArcRwSignal, Get, Update, document, set_timeout};
use shown::{Entry, Shown, State};
use std::{
    cell::{Cell, RefCell},
    time::Duration,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use worker::{WORK, begin, order, send};

/// A file that was chosen, dropped or brought along.
#[derive(Clone)]
pub(crate) struct Chosen {
    name: String,
    file: JsValue,
    /// What another reader set in the headers of its articles.
    set: Vec<Headed>,
}

impl Chosen {
    pub(crate) const fn new(name: String, file: JsValue) -> Self {
        Self { name, file, set: Vec::new() }
    }
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
    /// Go up when what is shown of the work, or of the files, is another.
    static TURNS: [ArcRwSignal<usize>; 2] = [ArcRwSignal::new(0), ArcRwSignal::new(0)];
    static TURN_WAITS: Cell<bool> = const { Cell::new(false) };
    /// What the worker told while the page was taking over a new library: it is heard afterwards.
    static UNHEARD: RefCell<Option<Vec<(Answer, Array)>>> = const { RefCell::new(None) };
}

fn main() {
    gather::listen();
    listen_to(&document(), "crossread-own", |_| called());
    called();
}

/// Does what the page has called the panel for.
fn called() {
    for wish in page::wishes() {
        match wish.split_once(' ').unwrap_or((&wish, "")) {
            ("kept", _) => {
                WORK.with_borrow_mut(|work| (work.is_kept, work.is_loading) = (true, true));
                page::notice("Loading your articles …");
                SHOWN.with_borrow_mut(|shown| shown.step = Some(Step::Reading { done: 0, all: 0 }));
                begin(true);
            }
            ("elsewhere", _) => flag::offer(),
            ("dropped", _) => add(gather::dropped_before()),
            ("marked", _) => take::notebook::read_again(),
            ("notes", place) => take::notes::open(place),
            ("export", _) => take::export::open(),
            ("along", _) => take::along::begin(),
            ("page", _) => take::page::begin(),
            ("brought", _) => spawn_local(take::along::bring()),
            ("cite", place) => take::cite::open(place),
            ("note", place) => take::note::open(place),
            _ => dialog::open(),
        }
    }
}

/// Adds files, and shows how it goes. While something else is being done they wait.
fn add(files: Vec<Chosen>) {
    if files.is_empty() {
        return;
    }
    if is_busy() {
        WORK.with_borrow_mut(|work| work.waiting.extend(files));
        let words = counted(WORK.with_borrow(|work| work.waiting.len()), "file waits", "files wait");
        SHOWN.with_borrow_mut(|shown| shown.said = format!("{words} for what is under way."));
        return turn(0);
    }
    SHOWN.with_borrow_mut(|shown| {
        let entry = |file: &Chosen| Entry { name: file.name.clone(), state: State::Waiting };
        shown.batch = files.iter().map(entry).collect();
        shown.said = format!("Reading {}.", counted(files.len(), "file", "files"));
        shown.step = Some(Step::Reading { done: 0, all: 0 });
    });
    turn(1);
    dialog::open();
    if files.iter().any(|file| take::along::is_one(&file.name)) {
        spawn_local(async { unpacked(take::along::unpack(files).await) });
    } else {
        send(files);
    }
}

/// Adds what was in collections and beside them.
fn unpacked(unpacked: take::along::Unpacked) {
    // The reader may have ended the work in the meantime.
    if !is_busy() {
        return take::along::forget();
    }
    let take::along::Unpacked { files, refused } = unpacked;
    let is_empty = files.is_empty();
    SHOWN.with_borrow_mut(|shown| {
        let read = files.iter().map(|file| Entry { name: file.name.clone(), state: State::Waiting });
        let refused = refused.into_iter().map(|(name, why)| Entry { name, state: State::Refused(why) });
        shown.batch = read.chain(refused).collect();
        if is_empty {
            shown.step = None;
        }
    });
    if is_empty {
        spawn_local(async {
            let brought = take::along::settle().await;
            SHOWN
                .with_borrow_mut(|shown| shown.said = format!("No articles were added. {brought}{}", shown.refusals()));
            turn(1);
            add_waiting();
        });
    } else {
        turn(1);
        send(files);
    }
}

/// Adds the files that wait, if nothing is being done any more.
fn add_waiting() {
    if !is_busy() {
        add(WORK.with_borrow_mut(|work| core::mem::take(&mut work.waiting)));
    }
}

/// Takes files out or puts them back.
fn ask(asked: &Order) {
    if !is_busy() {
        SHOWN.with_borrow_mut(|shown| {
            shown.batch.clear();
            shown.step = Some(Step::Comparing);
        });
        turn(1);
        order(asked, &[]);
    }
}

/// Ends the work that is under way: the worker is stopped wherever it is, and begins anew when it is needed.
fn cancel() {
    if SHOWN.with_borrow(|shown| matches!(shown.step, Some(Step::Finishing))) {
        return;
    }
    stop();
    WORK.with_borrow_mut(|work| work.waiting.clear());
    take::along::forget();
    SHOWN.with_borrow_mut(|shown| {
        shown.batch.clear();
        shown.said = "Stopped: nothing of this was added.".to_owned();
    });
    turn(0);
}

fn stop() {
    worker::end();
    SHOWN.with_borrow_mut(|shown| {
        shown.step = None;
        shown.undo = None;
    });
    turn(1);
}

fn is_busy() -> bool {
    SHOWN.with_borrow(|shown| shown.step.is_some())
}

/// What the worker told.
fn answered(answer: Answer, beside: &Array) {
    let waits = UNHEARD.with_borrow(Option::is_some);
    if waits {
        return UNHEARD.with_borrow_mut(|unheard| {
            unheard.get_or_insert_default().push((answer, beside.clone()));
        });
    }
    match answer {
        Answer::Step(step) => SHOWN.with_borrow_mut(|shown| {
            shown.step = Some(step);
            if let Step::Reading { done, .. } = step {
                shown.enter(done, State::Reading);
            }
        }),
        Answer::Read { number, refused } => {
            SHOWN.with_borrow_mut(|shown| shown.enter(number, refused.map_or(State::Read, State::Refused)));
            worker::has_read(number as usize);
        }
        Answer::Unchanged => {
            SHOWN.with_borrow_mut(|shown| shown.step = None);
            spawn_local(async {
                let brought = take::along::settle().await;
                SHOWN.with_borrow_mut(|shown| {
                    let nothing = if brought.is_empty() { "Nothing was added." } else { "No articles were added." };
                    shown.said = format!("{nothing} {brought}{}", shown.refusals());
                });
                turn(1);
                add_waiting();
            });
        }
        Answer::Files { files, missing } => take::along::save(files, &missing, beside),
        Answer::Changed(changed) => {
            SHOWN.with_borrow_mut(|shown| shown.step = Some(Step::Finishing));
            UNHEARD.set(Some(Vec::new()));
            let beside = beside.clone();
            spawn_local(async {
                change(changed, beside).await;
                for (answer, beside) in UNHEARD.take().unwrap_or_default() {
                    answered(answer, &beside);
                }
                add_waiting();
                turn(0);
            });
        }
        Answer::Exported(what) => {
            let name = match what {
                Export::Analysis => "crossread-analysis.jsonl",
                Export::Headers => "corpus.toml",
            };
            worker::save(&beside.get(1), name);
        }
        Answer::Kept(fault) => {
            let is_kept = fault.is_none();
            let was_loading = WORK.with_borrow_mut(|work| {
                work.is_kept |= is_kept;
                core::mem::take(&mut work.is_loading)
            });
            match fault {
                Some(fault) => {
                    if !dialog::is_open() {
                        page::notice(&fault);
                    }
                    SHOWN.with_borrow_mut(|shown| shown.kept = fault);
                }
                None if was_loading => {
                    SHOWN.with_borrow_mut(|shown| "Kept in this browser.".clone_into(&mut shown.kept));
                }
                None => flag::ask_to_persist(),
            }
            if !was_loading {
                flag::note();
            }
        }
    }
    turn(0);
}

/// The library is another one.
async fn change(changed: Changed, beside: Array) {
    let batch = WORK.with_borrow(|work| work.batch);
    let keys: Vec<u64> = changed.files.iter().flat_map(|file| &file.articles).map(|article| article.key.0).collect();
    let all = match page::show(&beside.get(1), &beside.get(2), &keys).await {
        Ok(all) => counted(all, "article", "articles"),
        Err(why) => return failed(&why),
    };
    WORK.with_borrow_mut(|work| {
        work.memory = Some(beside.get(3));
        // the reader may have begun with others meanwhile
        if work.batch == batch {
            work.pending.clear();
        }
    });
    held::set(&beside.get(1), beside.get(2));
    // After the library is there: the page that shows it begins with what is kept.
    let brought = take::along::settle().await;
    SHOWN.with_borrow_mut(|shown| {
        let number = counted(changed.articles.unsigned_abs() as usize, "article", "articles");
        shown.said = match (changed.articles, changed.undo) {
            (..0, _) => format!("{number} taken out; the collection has {all}."),
            (1.., _) => format!("{number} added; the collection has {all}. {brought}{}", shown.refusals()),
            (0, Some(Undo::Header)) => "The header is as you set it, and marked as set by you.".to_owned(),
            (0, _) => "All is as it was.".to_owned(),
        };
        shown.step = None;
        shown.files = changed.files;
        shown.undo = changed.undo;
    });
    page::notice("");
    take::notebook::show();
    if !WORK.with_borrow(|work| work.is_loading) {
        flag::note();
    }
    turn(1);
}

/// The worker has stopped by itself. A file at which it stopped is left out, and the others are read.
fn failed(why: &str) {
    let reading = SHOWN.with_borrow(|shown| match shown.step {
        Some(Step::Reading { done, all }) if all > 0 && !shown.batch.is_empty() => Some(done as usize),
        _ => None,
    });
    stop();
    page::notice("");
    let mut pending = WORK.with_borrow_mut(|work| core::mem::take(&mut work.pending));
    if let Some(culprit) = reading.filter(|culprit| *culprit < pending.len()) {
        pending.remove(culprit);
        SHOWN.with_borrow_mut(|shown| {
            shown.enter(culprit as u32, State::Refused(format!("the reading program stopped at this file ({why})")));
            // Its entry goes last, and the others are numbered as they are sent.
            let entry = shown.batch.remove(culprit);
            shown.batch.push(entry);
            shown.step = (!pending.is_empty()).then_some(Step::Reading { done: 0, all: 0 });
        });
        turn(1);
        return if pending.is_empty() { add_waiting() } else { send(pending) };
    }
    let said = format!("Your articles could not be read ({why}). All others are here as before.");
    page::notice(&said);
    SHOWN.with_borrow_mut(|shown| shown.said = said);
    turn(0);
    add_waiting();
}

/// What is shown of the work changes no sooner than this: nobody reads faster, and each time costs.
const PACE: Duration = Duration::from_millis(50);

/// Tells those who follow the work (0) or the files (1).
fn turn(which: usize) {
    let up = |which: usize| TURNS.with(|turns| turns[which].update(|turn| *turn += 1));
    if which == 1 {
        up(1);
    }
    if !TURN_WAITS.replace(true) {
        let turn = move || {
            TURN_WAITS.set(false);
            up(0);
        };
        set_timeout(turn, PACE);
    }
}

/// Reads what is shown, and follows the work (0) or the files (1).
fn follow<T>(which: usize, read: impl FnOnce(&Shown) -> T) -> T {
    TURNS.with(|turns| turns[which].get());
    SHOWN.with_borrow(read)
}
