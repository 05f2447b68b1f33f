using System.CommandLine;
using System.Globalization;
using System.Text;
using Mainstay.Cli;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Matching;

/// <summary><c>match MENTEES MENTORS</c>: a round from two spreadsheets. It opens no network and keeps nothing.</summary>
internal static class MatchCli
{
    public static Command Command(Shell shell)
    {
        var mentees = new Argument<string>("MENTEES") { Description = "Matching.HelpMentees" };
        var mentors = new Argument<string>("MENTORS") { Description = "Matching.HelpMentors" };
        var mode = new Option<MatchMode>("--mode") { Description = "Matching.HelpMode", HelpName = "assign|stable" };
        var aim = new Option<MatchAim>("--aim") { Description = "Matching.HelpAim", HelpName = "everyone|total|worst" };
        var minimum = new Option<double>("--minimum") { Description = "Matching.HelpMinimum", HelpName = "SCORE" };
        var (weights, differ, alike) = (Many("--weight", "Matching.HelpWeight", "NAME=N"), Many("--differ", "Matching.HelpDiffer", "NAME"), Many("--alike", "Matching.HelpAlike", "NAME"));
        var (pins, apart) = (Many("--pin", "Matching.HelpPin", "MENTEE=MENTOR"), Many("--apart", "Matching.HelpApart", "MENTEE=MENTOR"));
        var output = new Option<string?>("--out", "-o") { Description = "Matching.HelpOut", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Matching.HelpForce" };
        var match = new Command("match", "Matching.HelpMatch") { mentees, mentors, mode, aim, minimum, weights, differ, alike, pins, apart, output, force };
        match.SetAction((typed, stop) => shell.Guard(async () =>
        {
            var rules = new RoundRules
            {
                Mode = typed.GetValue(mode), Aim = typed.GetValue(aim), Minimum = typed.GetValue(minimum), Weights = Weights(typed.GetValue(weights)),
                Differ = typed.GetValue(differ) ?? [], Alike = typed.GetValue(alike) ?? [], Pins = Pairs("pins", typed.GetValue(pins)), Apart = Pairs("apart", typed.GetValue(apart)),
            };
            var draft = Pairing.Of(SheetSource.Read(typed.GetRequiredValue(mentees), "mentees"), SheetSource.Read(typed.GetRequiredValue(mentors), "mentors"), rules, stop);
            var paper = new Paper(shell.Around, typed.GetValue(shell.AsJson));
            if (typed.GetValue(output) is { } path) await PrivateFiles.Write(path, typed.GetValue(force), passing => File.WriteAllTextAsync(passing, PairingSheet.Of(draft), new UTF8Encoding(true), stop));
            if (paper.AsJson) paper.Write(MatchAnswer.Of(draft));
            else PairingCli.Show(paper, draft);
            return Shell.Fine;
        }));
        return match;
    }

    private static Option<string[]> Many(string name, string description, string help) => new(name) { Description = description, HelpName = help };

    internal static Dictionary<string, double> Weights(string[]? typed)
    {
        var found = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var said in typed ?? [])
        {
            var at = said.LastIndexOf('=');
            if (at <= 0 || !double.TryParse(said[(at + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)) throw new Mistaken(new Problems { { "weights", "Matching.WeightUnread", said } });
            found[said[..at].Trim()] = weight;
        }
        return found;
    }

    private static IReadOnlyList<(string, string)> Pairs(string field, string[]? typed) =>
        [.. (typed ?? []).Select(said => said.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } one, { Length: > 0 } other] ? (one, other) : throw new Mistaken(new Problems { { field, "Matching.PairUnread", said } }))];
}
