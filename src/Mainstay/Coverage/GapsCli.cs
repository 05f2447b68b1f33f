using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Coverage;

/// <summary><c>mainstay gaps</c>: the support map in words.</summary>
internal static class GapsCli
{
    public static Command Command(Shell shell)
    {
        var without = new Option<string?>("--without") { Description = "Coverage.HelpWithout", HelpName = "NAME" };
        var with = new Option<string?>("--with") { Description = "Coverage.HelpWith", HelpName = "NAME" };
        var need = new Option<string?>("--for") { Description = "Coverage.HelpFor", HelpName = "TOPIC" };
        var gaps = new Command("gaps", "Coverage.HelpGaps") { without, with, need };
        gaps.Validators.Add(typed =>
        {
            if (typed.GetResult(with) is null != typed.GetResult(need) is null) typed.Mistake("Coverage.WithAndFor");
        });
        gaps.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var asked = new WhatIfAsked(await Person(desk, typed.GetValue(without), stop), await Person(desk, typed.GetValue(with), stop), typed.GetValue(need) is { } topic ? (await desk.Store.FindNeed(topic, stop)).Id : null);
            var queries = desk.Services.GetRequiredService<MapQueries>();
            if (asked.IsAsked) Print(desk.Paper, (await queries.Map(desk.Store, asked, desk.Today, stop)).Change);
            else Print(desk.Paper, await queries.Map(desk.Store, desk.Today, stop));
            return Shell.Fine;
        }, stop));
        return gaps;
    }

    private static async Task<Guid?> Person(Desk desk, string? name, CancellationToken stop) => name is null ? null : (await desk.Store.FindPerson(name, stop)).Id;

    private static void Print(Paper paper, WhatIf change)
    {
        if (paper.AsJson)
        {
            paper.Write(WhatIfAnswer.Of(change));
            return;
        }
        paper.Line(change.Sentence.InWords());
        if (change.Changes.Count == 0) paper.Indented(2, Speech.Say("Coverage.NothingChanges"));
        foreach (var need in change.Changes) paper.Indented(2, need.InWords.InWords());
    }

    private static void Print(Paper paper, SupportMap map)
    {
        if (paper.AsJson) paper.Write(MapAnswer.Of(map));
        else if (map.Needs.Count == 0) paper.Aside(Speech.Say("Needs.NoNeeds"));
        else PrintWords(paper, map);
    }

    private static void PrintWords(Paper paper, SupportMap map)
    {
        paper.Line(MapWords.Summary(map).InWords());
        foreach (var finding in map.Findings) paper.Indented(2, "– " + finding.Sentence.InWords());
        foreach (var cover in map.Needs)
        {
            paper.Line();
            paper.Line(Speech.Say("Coverage.NeedLine", cover.Need.Topic, NeedWords.Kind(cover.Need.Kind), cover.InWords));
            foreach (var helper in cover.Counting) paper.Indented(4, Speech.Say("Coverage.HelperLine", helper.Person.Name, Telling.InTen(helper.Chance)));
            foreach (var candidate in map.Candidates.GetValueOrDefault(cover.Need.Id, [])) paper.Indented(4, Speech.Say("Coverage.CandidateLine", candidate.Name, candidate.Reasons));
        }
    }
}
