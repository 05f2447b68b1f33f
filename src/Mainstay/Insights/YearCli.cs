using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary><c>mainstay year</c>: a year in the life of the owner's support system, in words.</summary>
internal static class YearCli
{
    private const int MostNamed = 12;

    public static Command Command(Shell shell)
    {
        var which = new Argument<string?>("YEAR") { Description = "Insights.HelpWhichYear", Arity = ArgumentArity.ZeroOrOne };
        var year = new Command("year", "Insights.HelpYear") { which };
        year.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var of = typed.GetValue(which) is not { } asked ? desk.Today.Year : Year.Read(asked, desk.Today) ?? throw new Mistaken(new Problems { { "year", "Insights.YearNone", Year.Earliest, desk.Today.Year } });
            var told = await desk.Services.GetRequiredService<YearQueries>().Year(desk.Store, of, desk.Owner, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(YearAnswer.Of(told));
            else Print(desk.Paper, told);
            return Shell.Fine;
        }, stop));
        return year;
    }

    private static void Print(Paper paper, Year year)
    {
        paper.Line(year.Basis.InWords());
        foreach (var part in year.Parts) Print(paper, part);
        if (year.Came.Everybody == 0) return;
        paper.Line();
        paper.Line(Speech.Say("Insights.CameHead"));
        foreach (var sentence in (IEnumerable<Reason>)[.. year.Came.Basis, .. year.Came.Groups.Select(g => g.Sentence)]) paper.Indented(2, sentence.InWords());
    }

    private static void Print(Paper paper, YearPart part)
    {
        paper.Line();
        paper.Line(part.Head.InWords());
        foreach (var sentence in part.Sentences) paper.Indented(2, sentence.InWords());
        if (part.Names.Count > 0) paper.Indented(2, string.Join(" · ", [.. part.Names.Take(MostNamed).Select(n => n.Name), .. part.Names.Count > MostNamed ? [Speech.Say("Insights.StructureMore", part.Names.Count - MostNamed)] : Array.Empty<string>()]));
        foreach (var series in part.Chart?.Series ?? []) paper.Indented(2, Speech.Say("Insights.YearSeriesLine", series.Name, string.Join(' ', series.Months.Select(m => m?.ToString(CultureInfo.CurrentCulture) ?? "–"))));
        paper.Indented(4, part.Why.InWords());
    }
}
