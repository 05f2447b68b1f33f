using System.CommandLine;

namespace Mainstay.Cli;

/// <summary><c>completions bash|zsh|fish</c>: a script that asks the program itself what may come next.</summary>
internal static class CompletionsCli
{
    private const string Bash = """
        # Completions for mainstay. Put this into ~/.bashrc:  source <(mainstay completions bash)
        _mainstay() {
            local line="${COMP_LINE:0:COMP_POINT}"
            local current="${COMP_WORDS[COMP_CWORD]}" suggestion
            COMPREPLY=()
            while IFS= read -r suggestion; do
                [[ -n "$suggestion" ]] && COMPREPLY+=("$(printf '%q' "$suggestion")")
            done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            [[ ${#COMPREPLY[@]} -eq 0 ]] && mapfile -t COMPREPLY < <(compgen -f -- "$current")
        }
        complete -o filenames -F _mainstay mainstay
        """;

    private const string Zsh = """
        #compdef mainstay
        # Completions for mainstay. Put this into ~/.zshrc:  source <(mainstay completions zsh)
        _mainstay() {
            local line="${BUFFER[1,CURSOR]}"
            local -a suggestions
            suggestions=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
            suggestions=(${suggestions:#})
            if (( ${#suggestions} )); then compadd -a suggestions; else _files; fi
        }
        compdef _mainstay mainstay
        """;

    private const string Fish = """
        # Completions for mainstay. Save this as ~/.config/fish/completions/mainstay.fish
        function __mainstay_suggest
            set -l line (commandline -cp)
            set -l program (commandline -opc)[1]
            $program "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c mainstay -a "(__mainstay_suggest)"
        """;

    public static Command Command(Shell shell)
    {
        var kind = new Argument<string>("SHELL") { Description = "Cli.HelpCompletionsShell" };
        kind.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var completions = new Command("completions", "Cli.HelpCompletions") { kind };
        completions.SetAction(typed =>
        {
            shell.Around.Out.WriteLine(typed.GetValue(kind) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
            return Shell.Fine;
        });
        return completions;
    }
}
