using System.CommandLine;
using Mainstay.Cli;
using Mainstay.Learnings;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Challenges;

/// <summary><c>mainstay challenge</c>: the hard times one is in. What is locked asks for the passphrase, typed unseen.</summary>
internal static class ChallengeCli
{
    public static Command Command(Shell shell)
    {
        var challenge = new Command("challenge", "Challenges.HelpChallenge") { Begin(shell), Shown(shell), Change(shell), Write(shell), Lock(shell), Passphrase(shell), Unlock(shell), Close(shell), HelpNow(shell) };
        foreach (var command in ChallengeHelpCli.Commands(shell)) challenge.Add(command);
        challenge.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllChallenges(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(c => ChallengeAnswer.Of(c, desk.Today)));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Challenges.NoneYet"));
            else foreach (var it in all) Print(desk, it);
            return Care(desk);
        }, stop));
        return challenge;
    }

    private static Command Begin(Shell shell)
    {
        var (name, topic, ends) = (Shell.Words("NAME", "Challenges.HelpName", ArgumentArity.OneOrMore), new Option<string?>("--topic") { Description = "Challenges.HelpTopic", HelpName = "TOPIC" }, new Option<string?>("--ends") { Description = "Challenges.HelpEnds", HelpName = "DATE" });
        var begin = new Command("begin", "Challenges.HelpBegin") { name, topic, ends };
        begin.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var row = await desk.Store.BeginChallenge(new(WhoCli.Name(typed, name), typed.GetValue(topic), Days.OrNone(typed.GetValue(ends), desk.Today)), desk.Today, desk.Clock, stop);
            return Show(desk, row, Narrative.Of(row));
        }, stop));
        return begin;
    }

    private static Command Change(Shell shell)
    {
        var (name, topic, ends) = (new Option<string?>("--name") { Description = "Challenges.HelpNewName", HelpName = "NAME" }, new Option<string?>("--topic") { Description = "Challenges.HelpTopic", HelpName = "TOPIC" }, new Option<string?>("--ends") { Description = "Challenges.HelpEnds", HelpName = "DATE" });
        return Verb(shell, "change", "Challenges.HelpChange", [name, topic, ends], async (desk, row, stop) =>
        {
            var typed = desk.Parsed;
            var now = await desk.Store.NameChallenge(row.Id, new(typed.GetValue(name) ?? row.Name, typed.GetValue(topic) ?? row.Topic, Days.OrNone(typed.GetValue(ends), desk.Today, row.EndsOn)), desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(ChallengeAnswer.Of(now, desk.Today));
            else Print(desk, now);
            return Care(desk);
        });
    }

    private static Command Shown(Shell shell) => Verb(shell, "show", "Challenges.HelpShow", [], async (desk, row, stop) =>
    {
        var narrative = row.ReadBy(await Key(desk, row, stop));
        if (!desk.Paper.AsJson && row.Topic is { } topic && await desk.Store.LearningsAbout(topic, ChallengePage.MostLearned, stop) is { Count: > 0 } learned)
        {
            desk.Paper.Line(Speech.Say("Challenges.LearnedBefore"));
            foreach (var line in learned) desk.Paper.Indented(8, line.It.Text);
        }
        return Show(desk, row, narrative);
    });

    private static Command Write(Shell shell)
    {
        Option<string?>[] parts = [Part("--happened", "Challenges.Field_happened"), Part("--how", "Challenges.Field_howItIs"), Part("--need", "Challenges.Field_wanted"), Part("--tried", "Challenges.Field_tried"), Part("--fear", "Challenges.Field_feared")];
        return Verb(shell, "write", "Challenges.HelpWrite", parts, async (desk, row, stop) =>
        {
            var (said, key) = (parts.Select(p => desk.Parsed.GetValue(p)).ToList(), await Key(desk, row, stop));
            var now = await desk.Store.WriteChallenge(row.Id, new ChallengeWritingFields { Happened = said[0], HowItIs = said[1], Wanted = said[2], Tried = said[3], Feared = said[4] }.On, key, stop);
            return Show(desk, now, now.ReadBy(key));
        });
    }

    private static Command Lock(Shell shell) => Verb(shell, "lock", "Challenges.HelpLock", [], async (desk, row, stop) =>
    {
        desk.Paper.Aside(Speech.Say("Challenges.LockLede"));
        desk.Paper.Aside(Speech.Say("Challenges.SayPassphrase"));
        return PrintCode(desk, await desk.Store.LockChallenge(row.Id, desk.Around.SecretLine() ?? "", stop));
    });

    private static Command Passphrase(Shell shell) => Verb(shell, "passphrase", "Challenges.HelpPassphrase", [], async (desk, row, stop) =>
    {
        if (!row.IsLocked) throw new Conflict("Challenges.NotLocked");
        var key = (await Key(desk, row, stop))!;
        desk.Paper.Aside(Speech.Say("Challenges.SayNewPassphrase"));
        return PrintCode(desk, await desk.Store.ChangePassphrase(row.Id, key, desk.Around.SecretLine() ?? "", stop));
    });

    private static int PrintCode(Desk desk, string code)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(new RecoveryCodeAnswer(code));
        else
        {
            desk.Paper.Line(code);
            desk.Paper.Aside(Speech.Say("Challenges.CodeLede"));
        }
        return Care(desk);
    }

    private static Command Unlock(Shell shell) => Verb(shell, "unlock", "Challenges.HelpUnlock", [], async (desk, row, stop) =>
    {
        if (!row.IsLocked) throw new Conflict("Challenges.NotLocked");
        var now = await desk.Store.UnlockChallenge(row.Id, (await Key(desk, row, stop))!, stop);
        return Show(desk, now, Narrative.Of(now));
    });

    private static Command Close(Shell shell)
    {
        var lesson = new Option<string?>("--lesson") { Description = "Challenges.HelpLesson", HelpName = "TEXT" };
        var topic = new Option<bool>("--topic") { Description = "Challenges.HelpKeepTopic" };
        return Verb(shell, "close", "Challenges.HelpClose", [lesson, topic], async (desk, row, stop) =>
        {
            var learned = await desk.Store.CloseChallenge(row.Id, new(desk.Parsed.GetValue(lesson), desk.Services.GetServices<IChallengeEnd>()) { KeepsTopic = desk.Parsed.GetValue(topic) }, desk.Today, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new ChallengeClosedAnswer(learned?.Id));
            else desk.Paper.Line(Speech.Say(learned is null ? "Challenges.SaidClosed" : "Challenges.SaidClosedAndLearned"));
            return Care(desk);
        });
    }

    private static Command HelpNow(Shell shell)
    {
        var country = new Option<string?>("--country") { Description = "Challenges.HelpCountry", HelpName = "CODE" };
        var help = new Command("help-now", "Challenges.HelpHelpNow") { country };
        help.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (typed.GetValue(country) is { } said) await desk.Store.SetCrisisCountry(said, stop);
            var code = await desk.Store.CrisisCountry(stop);
            var (lines, leftOut) = new CrisisLinesSource(desk.Settings).Of(code);
            if (desk.Paper.AsJson) desk.Paper.Write(new HelpNowAnswer(code, lines, leftOut, Speech.Say("Web.PeerSupport")));
            else if (code is null) desk.Paper.Line(Speech.Say("Challenges.SayCountry"));
            else if (lines.Count == 0)
            {
                desk.Paper.Line(Speech.Say("Challenges.NoneListed", CountriesSource.Name(code)));
                desk.Paper.Line(Speech.Say("Challenges.NoneListedDo"));
                desk.Paper.Line(Speech.Say("Challenges.HowToAdd", CrisisLinesSource.FileName));
            }
            else foreach (var line in lines)
            {
                desk.Paper.Line(string.Join(" · ", new[] { line.Name, line.Phone, line.Text, line.Web, line.Hours, line.Languages }.OfType<string>()));
                desk.Paper.Indented(8, Speech.Say("Challenges.TakenFrom", line.Source.Document, line.Source.Address, line.VerifiedAt));
            }
            if (leftOut > 0) desk.Paper.Aside(Speech.Say("Challenges.LeftOut", leftOut, CrisisLinesSource.FileName));
            return Care(desk);
        }, stop));
        return help;
    }

    private static Option<string?> Part(string name, string about) => new(name) { Description = about, HelpName = "TEXT" };

    /// <summary>What opens it, asked for at the terminal; null when it is not locked.</summary>
    private static async Task<byte[]?> Key(Desk desk, Challenge row, CancellationToken stop)
    {
        if (!row.IsLocked) return null;
        desk.Paper.Aside(Speech.Say("Challenges.SayPassphrase"));
        return await desk.Store.OpenChallenge(row.Id, desk.Around.SecretLine(), stop);
    }

    internal static Command Verb(Shell shell, string verb, string about, IEnumerable<Option> options, Func<Desk, Challenge, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "Challenges.HelpId" };
        var command = new Command(verb, about) { id };
        foreach (var option in options) command.Add(option);
        command.SetAction((typed, stop) => shell.At(typed, async desk => await act(desk, await desk.Store.ChallengeEndingWith(typed.GetValue(id)!, stop), stop), stop));
        return command;
    }

    private static int Show(Desk desk, Challenge it, Narrative narrative)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(ChallengeAnswer.Of(it, desk.Today, narrative));
        else
        {
            Print(desk, it);
            foreach (var (field, text) in narrative.Parts)
                if (text is not null) desk.Paper.Indented(8, Speech.Say("Challenges.PrintPart", Speech.Say("Challenges.Field_" + field), text));
        }
        return Care(desk);
    }

    private static void Print(Desk desk, Challenge it)
    {
        desk.Paper.Line($"{it.Ending()}  {it.Name}");
        desk.Paper.Indented(8, ChallengePage.End(it, desk.Today).InWords());
    }

    /// <summary>The line that stands at every place of the zone.</summary>
    internal static int Care(Desk desk)
    {
        if (!desk.Paper.AsJson) desk.Paper.Aside(Speech.Say("Challenges.PeerSupportCli"));
        return Shell.Fine;
    }
}
