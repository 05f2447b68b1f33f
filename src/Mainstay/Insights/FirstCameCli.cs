using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary><c>mainstay origins</c>: where those who support the owner today first came from.</summary>
internal static class FirstCameCli
{
    public static Command Command(Shell shell)
    {
        var origins = new Command("origins", "Insights.HelpOrigins");
        origins.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var came = await desk.Services.GetRequiredService<FirstCameQueries>().FirstCame(desk.Store, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(FirstCameAnswer.Of(came));
            else Print(desk.Paper, came);
            return Shell.Fine;
        }, stop));
        return origins;
    }

    private static void Print(Paper paper, FirstCame came)
    {
        paper.Line(string.Join(' ', came.Basis.Select(r => r.InWords())));
        foreach (var group in came.Groups)
        {
            paper.Line();
            paper.Line(group.Sentence.InWords());
            foreach (var source in group.Sources) paper.Indented(2, Line(source));
        }
    }

    private static string Line(CameSource source)
    {
        var names = string.Join(", ", source.People.Select(p => p.Name));
        return source.Head is { } head ? Speech.Say("Insights.StructureTieLine", head, names) : names;
    }
}
