using System.CommandLine;
using Mainstay.Circles;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary><c>rounds</c>: rounds in a circle, and one's own part in them.</summary>
internal static class RoundsCli
{
    public static Command Command(Shell shell)
    {
        var rounds = new Command("rounds", "Rounds.HelpRounds") { CircleCli.In(), Show(shell), SignUp(shell), Withdraw(shell), Pause(shell), Answer(shell), Fit(shell), Met(shell), Week(shell) };
        foreach (var one in HostRoundsCli.Commands(shell)) rounds.Add(one);
        rounds.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            await Settle(desk, stop);
            var (lines, today) = (await desk.Store.RoundsHere(seat, stop), await CircleCli.Today(desk, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(RoundAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say(seat.Hosts ? "Rounds.EmptyHost" : "Rounds.EmptyMember"));
            else foreach (var line in lines) Print(desk, line, today);
            return Shell.Fine;
        }, stop));
        return rounds;
    }

    /// <summary>Works in a round: by its name, or by the end of its id.</summary>
    internal static Command In(Shell shell, string verb, string about, IEnumerable<Symbol> more, Func<Desk, CircleSeat, Round, ParseResult, CancellationToken, Task> act)
    {
        var which = new Argument<string>("ROUND") { Description = "Rounds.HelpRound" };
        var command = new Command(verb, about) { which };
        foreach (var symbol in more)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }
        command.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            await Settle(desk, stop);
            var (named, all) = (typed.GetRequiredValue(which), await desk.Store.RoundsHere(seat, stop));
            var found = all.Where(r => r.Round.Title.Equals(named, StringComparison.OrdinalIgnoreCase) || named.Length >= 4 && r.Round.Id.ToString().EndsWith(named, StringComparison.OrdinalIgnoreCase)).ToList();
            await act(desk, seat, found.Count == 1 ? found[0].Round : throw new NotFound("Rounds.NoSuchRound"), typed, stop);
            return Shell.Fine;
        }, stop));
        return command;
    }

    internal static void Print(Desk desk, RoundLine line, DateOnly today)
    {
        desk.Paper.Line($"{line.Round.Id.ToString()[^6..]}  {line.Round.Title}");
        desk.Paper.Indented(8, string.Join(" · ", RoundWords.Line(line, today).Select(r => r.InWords())));
    }

    private static Task<int> Settle(Desk desk, CancellationToken stop) => desk.Store.SettleRounds(desk.Clock.GetUtcNow().UtcDateTime, stop);

    private static Command Show(Shell shell) => In(shell, "show", "Rounds.HelpShow", [], (desk, seat, round, _, stop) => ShowPart(desk, seat, round, stop));

    private static async Task ShowPart(Desk desk, CircleSeat seat, Round round, CancellationToken stop)
    {
        var (mine, pairs, group, asked, today) = (await desk.Store.SignUpOf(round.Id, seat.Id, stop), await desk.Store.MyPairs(round.Id, seat.Id, stop), await desk.Store.MyGroup(round.Id, seat.Id, stop), await desk.Store.AskedForMe(round.Id, seat.Id, stop), await CircleCli.Today(desk, stop));
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(new RoundPartAnswer(mine is null ? null : RoundSignUpAnswer.Own(mine), [.. pairs.Select(p => RoundPairAnswer.Of(p, seat.Id, today))], asked, group is null ? null : RoundGroupAnswer.Of(group)));
            return;
        }
        desk.Paper.Line($"{round.Title} · {Speech.Say("Rounds.Kind_" + round.Kind)} · {RoundWords.State(round, today).InWords()}");
        desk.Paper.Line(Speech.Say(mine is null ? "Rounds.NotYet" : mine.IsPaused ? "Rounds.YouPause" : "Rounds.YouAreIn"));
        if (asked is { } until) desk.Paper.Line(Speech.Say("Rounds.AskedUntil", RoundDays.Of(until, desk.Owner.Zone)));
        foreach (var pair in pairs)
        {
            desk.Paper.Line(Speech.Say(pair.Pair.State == PairState.Offered ? "Rounds.OfferHead" : pair.Pair.MenteeId == seat.Id ? "Rounds.YourMentor" : "Rounds.YourMentee", pair.Other(seat.Id).Name));
            if (pair.Pair.State == PairState.Offered) desk.Paper.Indented(4, Speech.Say("Rounds.OfferText", RoundDays.Of(pair.Pair.DeadlineAt, desk.Owner.Zone)));
            if (RoundWords.Silent(pair.Pair, today) is { } silent) desk.Paper.Indented(4, silent.InWords());
            foreach (var reason in pair.ReasonsFor(seat.Id)) desk.Paper.Indented(4, reason.InWords());
        }
        if (group is null) return;
        desk.Paper.Line($"{Speech.Say("Rounds.Your_" + round.Kind)}: {string.Join(", ", group.Members.Where(m => m.Id != seat.Id).Select(m => m.Name))}");
        foreach (var check in group.Checks) desk.Paper.Indented(4, $"{Speech.Say("Rounds.WeekOf", check.Week)} · {group.NameOf(check.MemberId)}: {Speech.Say("Rounds.Went_" + check.Went)} {check.Word}");
    }

    private static Command SignUp(Shell shell)
    {
        var side = new Option<string?>("--as") { Description = "Rounds.HelpSide" }.AcceptOnlyFromAmong("mentee", "mentor", "both");
        var places = new Option<int?>("--places") { Description = "Rounds.Places", HelpName = "N" };
        Option<string?> wants = Text("--wants", "Rounds.Wants"), offers = Text("--offers", "Rounds.Offers"), times = Text("--times", "Rounds.Times"), organization = Text("--organization", "Rounds.Organization"), note = Text("--note", "Rounds.Note");
        var colleagues = new Option<bool>("--no-colleagues") { Description = "Rounds.AvoidsColleagues" };
        Option<string[]> avoid = new("--avoid") { Description = "Rounds.AvoidHint", HelpName = "NAME" }, prefers = new("--prefers") { Description = "Rounds.PrefersLabel", HelpName = "NAME" };
        return In(shell, "sign-up", "Rounds.HelpSignUp", [side, places, wants, offers, times, organization, colleagues, note, avoid, prefers], async (desk, seat, round, typed, stop) =>
        {
            var was = await desk.Store.SignUpOf(round.Id, seat.Id, stop) is { } mine ? NewSignUp.Of(mine) : NewSignUp.From(seat.Me);
            await desk.Store.SignUp(seat.Id, round.Id, was with
            {
                Side = typed.GetValue(side) is { } said ? Enum.Parse<RoundSide>(said, true) : was.Side, Places = typed.GetValue(places) ?? was.Places,
                Wants = typed.GetValue(wants) ?? was.Wants, Offers = typed.GetValue(offers) ?? was.Offers, Times = typed.GetValue(times) ?? was.Times, Organization = typed.GetValue(organization) ?? was.Organization,
                AvoidsColleagues = typed.GetValue(colleagues) || was.AvoidsColleagues, Note = typed.GetValue(note) ?? was.Note,
                Avoid = typed.GetValue(avoid) is { Length: > 0 } never ? await Named(desk, seat, never, stop) : was.Avoid, Prefers = typed.GetValue(prefers) is { Length: > 0 } dear ? await Named(desk, seat, dear, stop) : was.Prefers,
            }, await CircleCli.Today(desk, stop), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidSignedUp"));
        });
    }

    private static Command Withdraw(Shell shell) => In(shell, "withdraw", "Rounds.HelpWithdraw", [], async (desk, seat, round, _, stop) =>
    {
        await desk.Store.Withdraw(seat.Id, round.Id, desk.Clock, stop);
        desk.Paper.Aside(Speech.Say("Rounds.SaidWithdrawn"));
    });

    private static Command Pause(Shell shell)
    {
        var end = new Option<bool>("--end") { Description = "Rounds.Resume" };
        return In(shell, "pause", "Rounds.HelpPause", [end], async (desk, seat, round, typed, stop) =>
        {
            await desk.Store.Pause(seat.Id, round.Id, !typed.GetValue(end), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say(typed.GetValue(end) ? "Rounds.SaidResumed" : "Rounds.SaidPaused"));
        });
    }

    private static Command Answer(Shell shell)
    {
        var (said, who) = (new Argument<string>("ANSWER") { Description = "Rounds.HelpAccept" }.AcceptOnlyFromAmong("yes", "pass"), Text("--who", "Rounds.HelpWho"));
        return In(shell, "answer", "Rounds.HelpAnswer", [said, who], async (desk, seat, round, typed, stop) =>
        {
            var accept = typed.GetRequiredValue(said) == "yes";
            await desk.Store.AnswerOffer(seat.Id, await PairWith(desk, seat, round, PairState.Offered, typed.GetValue(who), stop), accept, await CircleCli.Today(desk, stop), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say(accept ? "Rounds.SaidAccepted" : "Rounds.SaidPassed"));
        });
    }

    private static Command Fit(Shell shell)
    {
        var (said, who) = (new Argument<string>("FIT") { Description = "Rounds.FitAsk" }.AcceptOnlyFromAmong("good", "deciding", "not"), Text("--who", "Rounds.HelpWho"));
        return In(shell, "fit", "Rounds.HelpFit", [said, who], async (desk, seat, round, typed, stop) =>
        {
            var fit = typed.GetRequiredValue(said) switch { "good" => PairFit.Good, "deciding" => PairFit.Deciding, _ => PairFit.NotAFit };
            await desk.Store.SayFit(seat.Id, await PairWith(desk, seat, round, PairState.Accepted, typed.GetValue(who), stop), fit, await CircleCli.Today(desk, stop), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say(fit == PairFit.NotAFit ? "Rounds.SaidNotAFit" : "Rounds.SaidFit"));
        });
    }

    private static Command Met(Shell shell)
    {
        var who = Text("--who", "Rounds.HelpWho");
        return In(shell, "met", "Rounds.HelpMet", [who], async (desk, seat, round, typed, stop) =>
        {
            await desk.Store.SayMet(seat.Id, await PairWith(desk, seat, round, PairState.Accepted, typed.GetValue(who), stop), await CircleCli.Today(desk, stop), stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidMet"));
        });
    }

    private static Command Week(Shell shell)
    {
        var (went, word) = (new Argument<string>("WENT") { Description = "Rounds.HowItWent" }.AcceptOnlyFromAmong("done", "partly", "not", "paused"), Text("--word", "Rounds.Word"));
        return In(shell, "week", "Rounds.HelpWeek", [went, word], async (desk, seat, round, typed, stop) =>
        {
            var mine = await desk.Store.MyGroup(round.Id, seat.Id, stop) ?? throw new NotFound("Rounds.NoSuchGroup");
            await desk.Store.SayHowItWent(seat.Id, mine.Group.Id, Enum.Parse<WeekWent>(typed.GetRequiredValue(went), true), typed.GetValue(word), await CircleCli.Today(desk, stop), stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidWeek"));
        });
    }

    private static Option<string?> Text(string name, string about) => new(name) { Description = about, HelpName = name == "--who" ? "NAME" : "TEXT" };

    private static async Task<Guid> PairWith(Desk desk, CircleSeat seat, Round round, PairState state, string? who, CancellationToken stop)
    {
        var found = (await desk.Store.MyPairs(round.Id, seat.Id, stop)).Where(p => p.Pair.State == state && (who is null || p.Other(seat.Id).Name.StartsWith(who, StringComparison.CurrentCultureIgnoreCase))).ToList();
        return found.Count switch { 1 => found[0].Pair.Id, 0 => throw new NotFound("Rounds.NoSuchPair"), _ => throw new Mistaken(new Problems { { "who", "Rounds.WhoUnclear", string.Join(", ", found.Select(p => p.Other(seat.Id).Name)) } }) };
    }

    private static async Task<IReadOnlyList<Guid>> Named(Desk desk, CircleSeat seat, string[] names, CancellationToken stop)
    {
        var found = new List<Guid>();
        foreach (var name in names) found.Add(await CircleMembersCli.Named(desk, seat, name, stop));
        return found;
    }
}
