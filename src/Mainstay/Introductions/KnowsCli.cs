using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary><c>mainstay knows A B</c>: who knows whom.</summary>
internal static class KnowsCli
{
    public static Command Command(Shell shell)
    {
        var names = WhoCli.Completed<string[]>(shell, new("NAME") { Description = "Introductions.HelpKnowsNames", Arity = ArgumentArity.ZeroOrMore });
        var strength = new Option<double?>("--strength") { Description = "Introductions.HelpStrength", HelpName = "0..1" };
        var not = new Option<bool>("--not") { Description = "Introductions.HelpNot" };
        var unsay = new Option<bool>("--unsay") { Description = "Introductions.HelpUnsay" };
        var paste = new Option<string?>("--from") { Description = "Introductions.HelpFrom", HelpName = "FILE" };
        var knows = new Command("knows", "Introductions.HelpKnows") { names, strength, not, unsay, paste };
        knows.Validators.Add(typed =>
        {
            var several = typed.GetResult(names)?.Tokens.Count > 1;
            if (!several && (typed.GetValue(not) || typed.GetValue(unsay) || typed.GetResult(strength) is not null)) typed.Mistake("Introductions.NameBoth");
            if (typed.GetValue(not) && typed.GetValue(unsay)) typed.Mistake("Introductions.NotOrUnsay");
            if (typed.GetResult(paste) is not null && typed.GetResult(names)?.Tokens.Count > 0) typed.Mistake("Introductions.FromOrNames");
        });
        knows.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (typed.GetValue(paste) is { } file) return Told(desk, await desk.Store.Paste(await Lines(desk, file, stop), desk.Today, stop));
            var people = new List<Guid>();
            foreach (var name in typed.GetValue(names) ?? []) people.Add((await desk.Store.FindPerson(name, stop)).Id);
            if (people.Count > 1)
            {
                if (typed.GetValue(not)) foreach (var other in people.Skip(1)) await desk.Store.SayStrangers(people[0], other, desk.Today, stop);
                else if (typed.GetValue(unsay)) return await Unsay(desk, people, stop);
                else await desk.Store.SayKnow(new() { PersonId = people[0], Others = people[1..], Strength = typed.GetValue(strength) }, desk.Today, stop);
            }
            return await Show(desk, people, stop);
        }, stop));
        return knows;
    }

    private static async Task<string> Lines(Desk desk, string file, CancellationToken stop)
    {
        if (file == "-") return await desk.Around.In.ReadToEndAsync(stop);
        if (!File.Exists(file)) throw new NotFound("Introductions.NoSuchFile", file);
        return await File.ReadAllTextAsync(file, stop);
    }

    private static async Task<int> Unsay(Desk desk, List<Guid> people, CancellationToken stop)
    {
        foreach (var other in people.Skip(1))
            if (await desk.Store.UnsayAcquaintance(people[0], other, desk.Clock, stop) is { } change) ChangesCli.HowToTakeBack(desk, change);
        return await Show(desk, people, stop);
    }

    /// <summary>Whom somebody knows, those just named alone when there are any; without a name everybody of whom the owner said something.</summary>
    private static async Task<int> Show(Desk desk, List<Guid> people, CancellationToken stop)
    {
        var known = await desk.Services.GetRequiredService<AcquaintanceQueries>().All(desk.Store, desk.Today, stop);
        var lines = people.Count == 0 ? [.. known.Pairs.Where(p => p.IsSaid).Select(p => AcquaintanceAnswer.Of(p, known)), .. known.Refused.Select(a => AcquaintanceAnswer.Of(a, known))]
            : AcquaintanceAnswer.Of(known, people[0]).Where(a => people.Count == 1 || people.Contains(a.Second.Id)).ToList();
        if (desk.Paper.AsJson) desk.Paper.Write(lines);
        else if (lines.Count == 0) desk.Paper.Aside(people.Count switch { 0 => Speech.Say("Introductions.NothingSaid"), 1 => Speech.Say("Introductions.KnowsNobody", known.Names[people[0]]), _ => Speech.Say("Introductions.NothingKnownOfThem") });
        else foreach (var line in lines) Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static void Print(Paper paper, AcquaintanceAnswer line)
    {
        paper.Line(Speech.Say(line.Refused ? "Introductions.StrangersLine" : "Introductions.PairLine", line.First.Name, line.Second.Name, KnownPair.HowWell(line.Strength)));
        if (!line.Refused) foreach (var evidence in line.Evidence) paper.Indented(2, evidence);
    }

    private static int Told(Desk desk, Pasted pasted)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(PastedAnswer.Of(pasted));
        else
        {
            desk.Paper.Line(Speech.Say("Introductions.PastedSaid", pasted.Added, pasted.Known));
            if (pasted.Failed > 0) desk.Paper.Aside(Speech.Say("Introductions.PastedFailed", pasted.Failed));
            foreach (var problem in pasted.Problems) desk.Paper.Aside(Speech.Say("Introductions.PastedLine", problem.Line, problem.Sentence));
        }
        return Shell.Fine;
    }
}
