//! The command `kubernetes`: an indexed job for the shares, and one that puts them together.

use super::{
    CliError,
    args::KubernetesArgs,
    invocation::{self, Invocation},
    print,
};
use crate::erased::AnyRender;
use std::{
    fmt::Write,
    path::{Component, Path},
};

/// Where pods have the claim's files.
const FOLDER: &str = "/work";

/// So often a share is begun again that ended with what may pass.
const RETRIES: u32 = 3;

/// Statuses that end the same way however often: a frame failed, or the arguments cannot be used.
const FINAL: [u32; 2] = [1, 2];

pub(super) fn tell(render: &AnyRender<'_>, args: KubernetesArgs) -> Result<(), CliError> {
    let output = args.render.output.clone().unwrap_or_else(|| render.plan.path.clone());
    let output = invocation::text(output)?;
    let is_within = Path::new(&output)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !is_within {
        return Err(CliError::Usage(format!(
            "--output: `{output}` given; allowed: a path below the claim's folder, which pods have at {FOLDER}"
        )));
    }
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
    if args.claim.is_empty() || !args.claim.chars().all(is_name) {
        return Err(CliError::Usage(format!(
            "--claim: `{}` given; allowed: a claim's name, of a-z, 0-9, `-` and `.`",
            args.claim
        )));
    }
    let program = Invocation::of_command("kubernetes")?;
    let name = match &args.name {
        Some(name) if label(name) == *name => name.clone(),
        Some(name) => {
            return Err(CliError::Usage(format!(
                "--name: `{name}` given; allowed: up to {LONGEST} of a-z, 0-9 and `-`, with a letter or digit \
                 at both ends"
            )));
        }
        None => label(program.name()),
    };
    let tasks = args.tasks.to_string();
    let options = args.render.words()?;
    let plan = ["plan", "--tasks", &tasks].into_iter().chain(options.iter().map(String::as_str));
    let plan = Pod { name: "plan", args: program.arguments(plan).collect(), cpus: None };
    let shard = ["shard", "-o", &output];
    let shard = Pod { name: "shard", args: program.arguments(shard).collect(), cpus: args.cpus };
    let merge = ["merge", "--wait", "-o", &output];
    let merge = Pod { name: "merge", args: program.arguments(merge).collect(), cpus: None };
    let shares = [
        "  completionMode: Indexed".to_owned(),
        format!("  completions: {tasks}"),
        format!("  parallelism: {tasks}"),
        format!("  backoffLimitPerIndex: {RETRIES}"),
        "  podFailurePolicy:".to_owned(),
        "    rules:".to_owned(),
        // a node that is drained is not the share's failure
        "    - action: Ignore".to_owned(),
        "      onPodConditions:".to_owned(),
        "      - type: DisruptionTarget".to_owned(),
        "        status: \"True\"".to_owned(),
        "    - action: FailIndex".to_owned(),
        "      onExitCodes:".to_owned(),
        "        containerName: shard".to_owned(),
        "        operator: In".to_owned(),
        format!("        values: {FINAL:?}"),
    ];
    let whole = [format!("  backoffLimit: {RETRIES}")];
    print(&format!(
        "{}---\n{}",
        job(&name, &shares, &[("initContainers", &plan), ("containers", &shard)], &args),
        // it plans as well, so that it need not be behind the shares
        job(
            &format!("{name}-merge"),
            &whole,
            &[("initContainers", &plan), ("containers", &merge)],
            &args
        )
        .trim_end(),
    ));
    Ok(())
}

/// Of a name with what is added to it.
const LONGEST: usize = 50;

/// A name as Kubernetes wants it.
fn label(name: &str) -> String {
    let allowed = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let label: String = name.chars().map(allowed).take(LONGEST).collect();
    let label = label.trim_matches('-');
    if label.is_empty() { "panim".to_owned() } else { label.to_owned() }
}

struct Pod<'a> {
    name: &'static str,
    args: Vec<&'a str>,
    cpus: Option<std::num::NonZeroUsize>,
}

fn job(name: &str, spec: &[String], pods: &[(&str, &Pod<'_>)], args: &KubernetesArgs) -> String {
    let mut text = format!(
        "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: {}\nspec:\n{}\n  template:\n    spec:\n      \
         restartPolicy: Never\n",
        quoted(name),
        spec.join("\n"),
    );
    for (kind, Pod { name, args: words, cpus }) in pods {
        let words: Vec<_> = words.iter().map(|word| quoted(word)).collect();
        let _ = write!(
            text,
            "      {kind}:\n      - name: {name}\n        image: {}\n        args: [{}]\n        \
             workingDir: {FOLDER}\n        volumeMounts:\n        - name: work\n          mountPath: {FOLDER}\n",
            quoted(&args.image),
            words.join(", "),
        );
        if let Some(cpus) = cpus {
            // a limit is what a process sees of it
            let _ = write!(
                text,
                "        resources:\n          requests:\n            cpu: \"{cpus}\"\n          limits:\n            \
                 cpu: \"{cpus}\"\n",
            );
        }
    }
    let _ = write!(
        text,
        "      volumes:\n      - name: work\n        persistentVolumeClaim:\n          claimName: {}\n",
        quoted(&args.claim),
    );
    text
}

/// A string of JSON is one of YAML.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_labels() {
        assert_eq!(label("my_Wave"), "my-wave");
        assert_eq!(label("_-_"), "panim");
        assert!(label(&"x".repeat(100)).len() <= LONGEST);
    }
}
