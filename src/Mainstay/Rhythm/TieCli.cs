using System.CommandLine;
using System.Globalization;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rhythm;

/// <summary><c>mainstay tie</c>, <c>cadence</c> and <c>snooze</c></summary>
public static class TieCli
{
    private const int DaysOfASnooze = 7;

    public static Command Tie(Shell shell)
    {
        var name = Name(shell);
        var closeness = new Option<int?>("--closeness") { Description = "Rhythm.HelpCloseness", HelpName = "1..5" };
        var over = new Option<bool>("--over") { Description = "Rhythm.HelpOver" };
        var still = new Option<bool>("--still-on") { Description = "Rhythm.HelpStillOn" };
        var unsay = new Option<bool>("--unsay") { Description = "Rhythm.HelpUnsay" };
        var pause = new Option<bool>("--pause") { Description = "Rhythm.HelpPause" };
        var until = new Option<string?>("--until") { Description = "Rhythm.HelpUntil", HelpName = "DATE" };
        var resume = new Option<bool>("--resume") { Description = "Rhythm.HelpResume" };
        var said = new TieSaidCli();
        var tie = new Command("tie", "Rhythm.HelpTie") { name, closeness, over, still, unsay, pause, until, resume };
        foreach (var option in said.All) tie.Add(option);
        tie.Validators.Add(typed => Contradictions(typed, [over, still, unsay], [pause, resume]));
        tie.Validators.Add(typed =>
        {
            if (typed.GetValue(until) is not null && !typed.GetValue(pause)) typed.Mistake("Rhythm.UntilNeedsPause");
        });
        tie.SetAction((parsed, stop) => At(shell, parsed, name, async (desk, person) =>
        {
            var (store, id) = (desk.Store, person.Id);
            var changes = said.Changes(parsed, store, id, stop).ToList();
            if (parsed.GetValue(closeness) is { } felt) changes.Add(() => store.SetCloseness(id, felt == 0 ? null : felt, stop));
            if (parsed.GetValue(over)) changes.Add(() => store.SayOver(id, desk.Today, stop));
            if (parsed.GetValue(still)) changes.Add(() => store.SayStillOn(id, desk.Today, stop));
            if (parsed.GetValue(unsay)) changes.Add(() => store.Unsay(id, stop));
            if (parsed.GetValue(pause)) changes.Add(() => store.Pause(id, Days.OrNone(parsed.GetValue(until), desk.Today), desk.Today, stop));
            if (parsed.GetValue(resume)) changes.Add(() => store.Resume(id, stop));
            await store.Alone(async () =>
            {
                foreach (var change in changes) await change();
                return changes.Count;
            }, stop);
        }, stop));
        return tie;
    }

    public static Command Cadence(Shell shell)
    {
        var name = Name(shell);
        var how = new Argument<string>("CADENCE") { Description = "Rhythm.HelpCadenceDays", HelpName = "DAYS|WORD|LAYER|off" };
        var cadence = new Command("cadence", "Rhythm.HelpCadence") { name, how };
        cadence.SetAction((parsed, stop) => At(shell, parsed, name, (desk, person) => parsed.GetValue(how)!.ToLowerInvariant() switch
        {
            "off" or "none" => desk.Store.SetCadence(person.Id, Layers.NoCadence, stop),
            "layer" => desk.Store.SetCadence(person.Id, null, stop),
            var days when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => desk.Store.SetCadence(person.Id, number, stop),
            var word when Telling.Meant(word) is { } number => desk.Store.SetCadence(person.Id, number, stop),
            var layer when Layers.Named(layer) is { } meant && meant != Layer.None => desk.Store.FollowLayer(person.Id, meant, stop),
            var other => throw new Mistaken(new Problems { { "cadence", "Rhythm.NotACadence", other } }),
        }, stop));
        return cadence;
    }

    public static Command Snooze(Shell shell)
    {
        var name = Name(shell);
        var until = new Option<string?>("--until") { Description = "Rhythm.HelpSnoozeUntil", HelpName = "DATE" };
        var snooze = new Command("snooze", "Rhythm.HelpSnooze") { name, until };
        snooze.SetAction((parsed, stop) => At(shell, parsed, name, (desk, person) =>
            desk.Store.Snooze(person.Id, Days.Of(parsed.GetValue(until), desk.Today) ?? desk.Today.AddDays(DaysOfASnooze), desk.Today, stop), stop));
        return snooze;
    }

    private static Argument<string> Name(Shell shell) => WhoCli.Completed<string>(shell, new("NAME") { Description = "Rhythm.HelpWho" });

    /// <summary>Finds the person, does the work, and tells how the tie stands then.</summary>
    private static Task<int> At(Shell shell, ParseResult parsed, Argument<string> name, Func<Desk, Person, Task> work, CancellationToken stop) => shell.At(parsed, async desk =>
    {
        var person = await desk.Store.FindPerson(parsed.GetValue(name)!, stop);
        await work(desk, person);
        var answer = TieAnswer.Of(person.Name, await desk.Store.TieOf(person.Id, desk.Today, stop));
        if (desk.Paper.AsJson) desk.Paper.Write(answer);
        else Print(desk.Paper, answer);
        return Shell.Fine;
    }, stop);

    private static void Print(Paper paper, TieAnswer tie)
    {
        string?[] title = [tie.Person.Name, tie.Layer is { } layer ? Speech.Say($"Rhythm.Layer{Layers.Named(layer)}") : null, tie.Cadence is { } days ? Telling.Every(days).InWords() : null];
        paper.Line(string.Join(" · ", title.OfType<string>()));
        foreach (var reason in tie.Reasons) paper.Indented(2, reason);
    }

    private static void Contradictions(System.CommandLine.Parsing.CommandResult typed, params Option<bool>[][] sets)
    {
        foreach (var set in sets)
            if (set.Count(typed.GetValue) > 1) typed.Mistake("Rhythm.OnlyOneOf", string.Join(", ", set.Select(o => o.Name)));
    }
}
