//! The program that works out the lenses, as the page has it: a Web Worker, fetched when a reader is about to look
//! through one. It is asked one thing at a time; of what waits only the newest of a kind is asked.

use crossread_corpus::{
    correction::Correction,
    lens::asked::{Question, Reply},
    message,
};
use crossread_element::{element::listen_to, program};
use js_sys::Uint8Array;
use leptos::prelude::document;
use std::{cell::RefCell, mem};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

/// What is done with a reply and the message it came as, or with why there is none, as a clause.
type Then = Box<dyn FnOnce(Result<(Reply, Message), String>)>;

/// A message as it came: the panel reads it, too, and the page need not be able to write what it read.
pub(crate) type Message = Vec<u8>;

/// A question, and what is done with its reply.
struct Asked {
    number: u32,
    question: Question,
    then: Then,
}

#[derive(Default)]
struct Desk {
    worker: Option<Worker>,
    /// The shard it reads, where that is not the one the page was built with.
    shard: Option<JsValue>,
    /// The reader's corrections: a worker that is started is told them first.
    corrections: Vec<Correction>,
    /// What it is working on.
    asked: Option<Asked>,
    waiting: Vec<Asked>,
    /// How many questions there have been.
    count: u32,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// From now on all questions are about another library: that of this shard, or of the one the page was built with.
pub(crate) fn turn_to(shard: Option<JsValue>) {
    let desk = DESK.replace(Desk { shard, ..Desk::default() });
    if let Some(worker) = desk.worker {
        worker.terminate();
    }
}

/// Fetches and starts the program, so that it is there when it is asked.
pub(crate) fn prepare() {
    if DESK.with_borrow(|desk| desk.worker.is_none())
        && let Err(why) = start()
    {
        fail(&why);
    }
}

/// Has the program fetched when a reader points at a link or comes to one by keyboard: most lead to where it is needed.
pub(crate) fn prepare_in_time() {
    for event in ["pointerover", "focusin"] {
        listen_to(&document(), event, |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            if target.is_some_and(|target| target.closest("a[href]").is_ok_and(|link| link.is_some())) {
                prepare();
            }
        });
    }
}

/// Asks a question. A question of the same kind that still waits is dropped with what would have been done.
pub(crate) fn ask(question: Question, then: impl FnOnce(Result<(Reply, Message), String>) + 'static) {
    DESK.with_borrow_mut(|desk| {
        if let Question::Correct(corrections) = &question {
            desk.corrections.clone_from(corrections);
        }
        desk.waiting.retain(|other| mem::discriminant(&other.question) != mem::discriminant(&question));
        desk.count += 1;
        let asked = Asked { number: desk.count, question, then: Box::new(then) };
        // What follows from corrections is asked after them.
        let first = matches!(asked.question, Question::Correct(_));
        desk.waiting.insert(if first { 0 } else { desk.waiting.len() }, asked);
    });
    prepare();
    next();
}

fn start() -> Result<(), String> {
    let shard = DESK.with_borrow(|desk| desk.shard.clone()).or_else(program::shard);
    let shard = shard.ok_or("this page was built without what was found in its articles")?;
    let worker = program::start("lenses", Some(shard), hear, fail)?;
    DESK.with_borrow_mut(|desk| {
        desk.worker = Some(worker);
        let told = desk.waiting.iter().any(|asked| matches!(asked.question, Question::Correct(_)));
        if !desk.corrections.is_empty() && !told {
            desk.count += 1;
            let question = Question::Correct(desk.corrections.clone());
            desk.waiting.insert(0, Asked { number: desk.count, question, then: Box::new(|_| ()) });
        }
    });
    next();
    Ok(())
}

/// Hands on what has waited longest, if nothing is being worked on.
fn next() {
    DESK.with_borrow_mut(|desk| {
        if desk.asked.is_none()
            && !desk.waiting.is_empty()
            && let Some(worker) = &desk.worker
        {
            let asked = desk.waiting.remove(0);
            let bytes = message::write(&(asked.number, &asked.question));
            // Refused only for things that cannot be sent; bytes can.
            let _ = worker.post_message(&Uint8Array::from(bytes.as_slice()));
            desk.asked = Some(asked);
        }
    });
}

fn hear(sent: &JsValue) {
    let bytes = sent.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default();
    let Some((number, reply)) = message::read::<(u32, Reply)>(&bytes) else {
        return fail("the page and its lenses are of different versions; reload the page");
    };
    let asked = DESK.with_borrow_mut(|desk| desk.asked.take_if(|asked| asked.number == number));
    next();
    if let Some(asked) = asked {
        (asked.then)(Ok((reply, bytes)));
    }
}

/// The program has stopped, or could not be started: all who wait are told; the next question starts it anew.
fn fail(why: &str) {
    let waiting = DESK.with_borrow_mut(|desk| {
        if let Some(worker) = desk.worker.take() {
            worker.terminate();
        }
        desk.asked.take().into_iter().chain(mem::take(&mut desk.waiting)).collect::<Vec<_>>()
    });
    for asked in waiting {
        (asked.then)(Err(why.to_owned()));
    }
}
