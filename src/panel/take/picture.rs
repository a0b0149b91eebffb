//! A drawing as a picture of pixels.

use js_sys::{Function, Promise, encode_uri_component};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// So many pixels for each of the drawing's units, so that it is sharp in print.
const SCALE: u32 = 2;

/// The drawing (SVG, with its width and height) as PNG, a blob.
///
/// # Errors
/// When the browser does not draw it, or only a smaller one.
pub(crate) async fn png(svg: &str) -> Result<JsValue, JsValue> {
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |done, failed| {
        image.set_onload(Some(&done));
        image.set_onerror(Some(&failed));
    });
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", String::from(encode_uri_component(svg))));
    JsFuture::from(loaded).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(image.natural_width() * SCALE);
    canvas.set_height(image.natural_height() * SCALE);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into::<CanvasRenderingContext2d>();
    context.scale(SCALE.into(), SCALE.into())?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let drawn = Promise::new(&mut |done: Function, failed: Function| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let then = if blob.is_null() { failed } else { done };
            let _ = then.call1(&JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob(take.unchecked_ref());
    });
    JsFuture::from(drawn).await
}
