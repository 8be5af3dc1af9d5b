//! The dashboard with as many frames as its peers have time for: `dashboard FRAMES PATH`.

#![allow(missing_docs)]

#[path = "../../examples/dashboard.rs"]
#[allow(dead_code)]
mod dashboard;

use dashboard::Dashboard;
use std::env;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [frames, path] = args.as_slice() else {
        println!("usage: dashboard FRAMES PATH; benches/compare/run.py calls it");
        return Ok(());
    };
    let video = Dashboard::render(path).fps(30).params(0..frames.parse()?).run()?;
    println!("{video}");
    Ok(())
}
