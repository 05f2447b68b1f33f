using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Gatherings;

/// <summary><c>mainstay met "Dana Wu" --at SaaStr</c>: whom the owner met at a gathering.</summary>
internal static class MetCli
{
    public static Command Command(Shell shell)
    {
        var who = WhoCli.Argument(shell, "Gatherings.HelpMetWho");
        var at = new Option<string>("--at") { Description = "Gatherings.HelpMetAt", HelpName = "GATHERING", Required = true };
        var about = new Option<string?>("--about") { Description = "Gatherings.HelpMetAbout", HelpName = "TEXT" };
        var promise = new Option<string?>("--promise") { Description = "Gatherings.HelpPromise", HelpName = "TEXT" };
        var theirs = new Option<string?>("--promised-me") { Description = "Gatherings.HelpTheirs", HelpName = "TEXT" };
        var on = new Option<string?>("--on") { Description = "Gatherings.HelpMetOn", HelpName = "DATE" };
        var isNew = new Option<bool>("--new") { Description = "Gatherings.HelpNew" };
        var met = new Command("met", "Gatherings.HelpMet") { who, at, about, promise, theirs, on, isNew, CorrectCli.Edit(shell), FollowUpCli.Triage(shell), FollowUpCli.Draft(shell), FollowUpCli.Wrote(shell), Undo(shell) };
        met.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var name = WhoCli.Name(typed, who);
            var person = typed.GetValue(isNew) ? null : await Known(desk, name, stop);
            var gathering = await desk.Store.FindGathering(typed.GetValue(at)!, desk.Today, stop);
            var noted = await desk.Store.Meet(new()
            {
                GatheringId = gathering.Id,
                PersonId = person,
                Name = name,
                About = typed.GetValue(about),
                Promised = typed.GetValue(promise),
                PromisedToMe = typed.GetValue(theirs),
                On = Days.Of(typed.GetValue(on), desk.Today),
            }, desk.Today, desk.Clock, stop);
            var line = await desk.Store.EncounterOf(noted.Id, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(await desk.Store.AnswerOf(line, stop));
            else desk.Paper.Line(Speech.Say("Gatherings.MetNoted", line.Encounter.Ending(), line.Name, line.At.Name, line.Encounter.WriteBy));
            await TellOfCandidate(desk, line, stop);
            return Shell.Fine;
        }, stop));
        return met;
    }

    private static Command Undo(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Gatherings.HelpMetId" };
        var undo = new Command("undo", "Gatherings.HelpMetUndo") { id };
        undo.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await FollowUpCli.Found(desk, typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, line.Encounter.Id, await desk.Store.Unmeet(line.Encounter.Id, desk.Clock, stop), "Gatherings.SaidUnmet");
        }, stop));
        return undo;
    }

    /// <summary>Whoever is meant; null for a candidate of this name, who becomes one of the owner's people by it. Somebody new is not added by a typing mistake: it has to be said.</summary>
    internal static async Task<Guid?> Known(Desk desk, string name, CancellationToken stop)
    {
        if (await desk.Store.CandidateMeantBy(name, stop) is not null) return null;
        if (await desk.Store.IdIfKnown(name, stop) is { } known) return known;
        throw new Mistaken(await desk.Store.CandidateLike(name, stop) is { } like ? new Problems { { "name", "Gatherings.SayCandidateOrNew", name, like.Name } } : new Problems { { "name", "Gatherings.SayNew", name } });
    }

    /// <summary>What became of a candidate by it, or that there is one who may be whoever was met.</summary>
    internal static async Task TellOfCandidate(Desk desk, EncounterLine line, CancellationToken stop)
    {
        if (desk.Paper.AsJson || await desk.Store.CandidateBeside(line, stop) is not { } beside) return;
        desk.Paper.Aside(beside.IsThem ? Speech.Say("Gatherings.PrintCandidateMet", beside.Name) : Speech.Say("Gatherings.PrintCandidateBeside", beside.Name, beside.Id.ToString("N")[^6..], line.Encounter.PersonId.ToString(), line.Encounter.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
