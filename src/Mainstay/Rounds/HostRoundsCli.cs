using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Circles;
using Mainstay.Cli;
using Mainstay.Matching;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Rounds;

/// <summary>What hosts do with rounds: <c>rounds new</c>, <c>draft</c>, <c>pin</c>, <c>publish</c>, <c>pairs</c>, <c>end</c>.</summary>
internal static class HostRoundsCli
{
    public static IEnumerable<Command> Commands(Shell shell) =>
    [
        New(shell), Draft(shell), Pin(shell), Pairs(shell),
        RoundsCli.In(shell, "publish", "Rounds.HelpPublish", [], async (desk, seat, round, _, stop) =>
        {
            await desk.Store.PublishRound(seat.Id, new(round.Id, null), await CircleCli.Today(desk, stop), desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidPublished"));
        }),
        RoundsCli.In(shell, "end", "Rounds.HelpEnd", [], async (desk, seat, round, _, stop) =>
        {
            await desk.Store.EndRound(seat.Id, round.Id, desk.Clock, stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidEnded"));
        }),
        RoundsCli.In(shell, "remove", "Rounds.HelpRemove", [], async (desk, seat, round, _, stop) =>
        {
            await desk.Store.RemoveRound(seat.Id, round.Id, stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidRemoved"));
        }),
    ];

    private static Command New(Shell shell)
    {
        var title = Shell.Words("TITLE", "Rounds.TitleLabel", ArgumentArity.OneOrMore);
        var kind = new Option<string>("--kind") { Description = "Rounds.HelpKind", DefaultValueFactory = _ => "mentoring" }.AcceptOnlyFromAmong("mentoring", "groups", "partners", "coffee");
        Option<string?> about = new("--about") { Description = "Rounds.About", HelpName = "TEXT" }, until = new("--until") { Description = "Rounds.SignUpUntilLabel", HelpName = "DATE" };
        Option<int?> days = new("--offer-days") { Description = "Rounds.OfferDays", HelpName = "N" }, every = new("--every") { Description = "Rounds.EveryDays", HelpName = "N" };
        var made = new Command("new", "Rounds.HelpNew") { title, kind, about, until, days, every };
        made.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var today = await CircleCli.Today(desk, stop);
            var round = await desk.Store.AnnounceRound(seat.Id, new()
            {
                Title = WhoCli.Name(typed, title), Kind = Enum.Parse<RoundKind>(typed.GetRequiredValue(kind), true), About = typed.GetValue(about), SignUpUntil = typed.GetValue(until) is { } day ? Days.Of(day, today) : null,
                OfferDays = typed.GetValue(days) ?? Round.UsualOfferDays, EveryDays = typed.GetValue(every),
            }, today, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(RoundAnswer.Of(new(round, 0, false)));
            else RoundsCli.Print(desk, new(round, 0, false), today);
            return Shell.Fine;
        }, stop));
        return made;
    }

    private static Command Draft(Shell shell)
    {
        var (mode, aim, minimum) = (new Option<MatchMode>("--mode") { Description = "Matching.HelpMode", HelpName = "assign|stable" }, new Option<MatchAim>("--aim") { Description = "Matching.HelpAim", HelpName = "everyone|total|worst" }, new Option<double>("--minimum") { Description = "Matching.HelpMinimum", HelpName = "SCORE" });
        var (weights, size) = (new Option<string[]>("--weight") { Description = "Matching.HelpWeight", HelpName = "NAME=N" }, new Option<int?>("--group-size") { Description = "Rounds.GroupSize", HelpName = "N" });
        return RoundsCli.In(shell, "draft", "Rounds.HelpDraft", [mode, aim, minimum, weights, size], async (desk, seat, round, typed, stop) =>
        {
            await desk.Store.DraftRound(seat.Id, round.Id, new() { Mode = typed.GetValue(mode), Aim = typed.GetValue(aim), Minimum = typed.GetValue(minimum), Weights = MatchCli.Weights(typed.GetValue(weights)), GroupSize = typed.GetValue(size) ?? RoundPlan.UsualGroup }, stop);
            var (written, cast) = ((await desk.Store.RoundHere(round.Id, stop)).Draft, await desk.Store.CastOf(round.Id, stop));
            var kept = KeptDraft.Read(written)!;
            if (desk.Paper.AsJson) desk.Paper.Write(RoundDraftAnswer.Of(kept, cast) with { Mark = KeptDraft.MarkOf(written) });
            else if (kept.Chosen is not null) PairingCli.Show(desk.Paper, cast.Shown(kept));
            else Print(desk, RoundDraftAnswer.Of(kept, cast));
        });
    }

    private static void Print(Desk desk, RoundDraftAnswer draft)
    {
        if (draft.Groups.Count == 0) desk.Paper.Aside(Speech.Say("Rounds.NoGroups"));
        foreach (var together in draft.Groups)
        {
            desk.Paper.Line(string.Join(", ", together.Members));
            foreach (var reason in together.Reasons) desk.Paper.Indented(4, reason);
        }
        foreach (var alone in draft.Alone) desk.Paper.Line($"{alone.Member}: {alone.Why}");
    }

    private static Command Pin(Shell shell)
    {
        Option<string> one = new("--one") { Description = "Rounds.HelpOne", HelpName = "NAME", Required = true }, other = new("--other") { Description = "Rounds.HelpOther", HelpName = "NAME", Required = true };
        var apart = new Option<bool>("--apart") { Description = "Rounds.KeepApart" };
        return RoundsCli.In(shell, "pin", "Rounds.HelpPin", [one, other, apart], async (desk, seat, round, typed, stop) =>
        {
            await desk.Store.PinPair(seat.Id, round.Id, await CircleMembersCli.Named(desk, seat, typed.GetRequiredValue(one), stop), await CircleMembersCli.Named(desk, seat, typed.GetRequiredValue(other), stop), typed.GetValue(apart), stop);
            desk.Paper.Aside(Speech.Say("Rounds.SaidPinned"));
        });
    }

    private static Command Pairs(Shell shell) => RoundsCli.In(shell, "pairs", "Rounds.HelpPairs", [], async (desk, seat, round, _, stop) =>
    {
        await desk.Store.SeatOf(seat.Id, stop, SpaceRole.Host);
        var (pairs, groups, today) = (await desk.Store.PairsOf(round.Id, stop), await desk.Store.GroupsOf(round.Id, null, stop), await CircleCli.Today(desk, stop));
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(new { Pairs = pairs.Select(p => RoundPairAnswer.Of(p, seat.Id, today)), Groups = groups.Select(RoundGroupAnswer.Of) });
            return;
        }
        foreach (var pair in pairs) desk.Paper.Line($"{pair.Mentee.Name} – {pair.Mentor.Name}{(RoundWords.Silent(pair.Pair, today) is { } silent ? " · " + silent.InWords() : "")}");
        foreach (var together in groups) desk.Paper.Line(string.Join(", ", together.Members.Select(m => m.Name)));
    });
}
