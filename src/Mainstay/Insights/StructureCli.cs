using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary><c>mainstay structure</c>: how the owner's people hang together, in words.</summary>
internal static class StructureCli
{
    public static Command Command(Shell shell)
    {
        var structure = new Command("structure", "Insights.HelpStructure");
        structure.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var found = await desk.Services.GetRequiredService<StructureQueries>().Structure(desk.Store, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(StructureAnswer.Of(found));
            else Print(desk.Paper, found);
            return Shell.Fine;
        }, stop));
        return structure;
    }

    private static void Print(Paper paper, Structure structure)
    {
        paper.Line(structure.Basis.InWords());
        foreach (var finding in structure.Findings) paper.Indented(2, "– " + finding.Sentence.InWords());
        if (structure is { IsEnough: true, Mine: { } mine }) Print(paper, "Insights.StructureMineHead", mine.InWords.Select(r => r.InWords()));
        if (structure.IsEnough) Print(paper, "Insights.StructureGroupsHead", structure.Groups.Where(g => g.IsTold).Select(g => Speech.Say("Insights.StructureGroupLine", g.Name, g.People.Count)).Concat(structure.Parts.Select(p => Speech.Say("Insights.StructureGroupLine", p.Name, p.People.Count))));
        Print(paper, "Insights.StructureConnectorsHead", structure.Connectors.Select(c => c.Sentence.InWords()));
        Print(paper, "Insights.StructureWeakHead", structure.WeakTies.Select(Line));
        Print(paper, "Insights.StructureDormantHead", structure.DormantTies.Select(Line));
    }

    private static void Print(Paper paper, string head, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        paper.Line();
        paper.Line(Speech.Say(head));
        foreach (var line in all) paper.Indented(2, line);
    }

    private static string Line(StructureTie tie) => Speech.Say("Insights.StructureTieLine", tie.Person.Name, string.Join(' ', tie.Reasons.Select(r => r.InWords())));
}
