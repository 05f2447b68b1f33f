using System.Globalization;
using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Matching;

/// <summary>A draft for an organiser to read: who with whom and why, who has nobody, and how good it is beside the other way.</summary>
internal static class PairingCli
{
    public static void Show(Paper paper, Draft draft)
    {
        foreach (var notice in draft.Notices) paper.Aside(notice.InWords());
        foreach (var pair in draft.Pairs)
        {
            paper.Line(Speech.Say("Matching.PairLine", pair.Mentee.Name, pair.Mentor.Name, Score(pair.Score), pair.Rank));
            foreach (var reason in pair.Reasons) paper.Indented(4, reason.InWords());
        }
        if (draft.Pairs.Count == 0) paper.Line(Speech.Say("Matching.Nobody"));
        if (draft.Unmatched.Count > 0)
        {
            paper.Line();
            paper.Line(Speech.Say("Matching.Unmatched"));
            foreach (var alone in draft.Unmatched) paper.Indented(2, Speech.Say("Matching.AloneLine", alone.Mentee.Name, alone.Why.InWords()));
        }
        paper.Line();
        paper.Console.Write(Quality(draft));
        paper.Line();
        paper.Line(Speech.Say("Matching.Counted", string.Join(", ", Shares(draft))));
    }

    private static Table Quality(Draft draft)
    {
        var table = new Table { Border = TableBorder.None };
        table.AddColumn(new TableColumn(new Text(Speech.Say("Matching.Quality"), new(decoration: Decoration.Bold))));
        foreach (var way in (WayOfPairing[])[draft.Chosen, draft.Other])
            table.AddColumn(new TableColumn(new Text(Speech.Say("Matching.Mode" + way.Mode + (way == draft.Chosen ? "" : "Other")), new(decoration: Decoration.Bold))));
        foreach (var (name, show) in QualityWords.Rows)
            table.AddRow(new Text(Speech.Say("Matching.Quality" + name)), new Text(show(draft.Chosen)), new Text(show(draft.Other)));
        return table;
    }

    private static IEnumerable<string> Shares(Draft draft)
    {
        var all = draft.Criteria.Sum(c => c.Weight);
        return draft.Criteria.Where(c => c.Weight > 0).Select(c => Speech.Say("Matching.Share", c.Name, (int)Math.Round(100 * c.Weight / all)));
    }

    private static string Score(double score) => score.ToString("0", CultureInfo.CurrentCulture);
}
