using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Circles;

/// <summary><c>circle who-knows</c>, <c>circle introductions</c> and their steps.</summary>
internal static class CircleIntroductionsCli
{
    public static IEnumerable<Command> Commands(Shell shell) => [WhoKnows(shell), List(shell), Step(shell)];

    private static Command WhoKnows(Shell shell)
    {
        var (at, ask) = (Shell.Words("ORGANIZATION", "Circles.WhoKnowsAt", ArgumentArity.OneOrMore), new Option<string?>("--ask") { Description = "Circles.HelpAskThem", HelpName = "TEXT" });
        var who = new Command("who-knows", "Circles.HelpWhoKnows") { at, ask };
        who.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var (name, today) = (WhoCli.Name(typed, at), await CircleCli.Today(desk, stop));
            if (typed.GetValue(ask) is { } purpose)
            {
                await desk.Store.AskForIntroduction(seat.Id, new(name, purpose), today, desk.Clock, stop);
                desk.Paper.Aside(Speech.Say("Circles.SaidAsked"));
                return Shell.Fine;
            }
            var known = await desk.Store.SomebodyKnows(seat, name, desk.Clock.GetUtcNow().UtcDateTime, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(new { IsKnown = known });
            else desk.Paper.Line(Speech.Say(known ? "Circles.SomebodyKnows" : "Circles.NobodyKnows", name));
            return Shell.Fine;
        }, stop));
        return who;
    }

    private static Command List(Shell shell)
    {
        var list = new Command("introductions", "Circles.HelpIntroductions");
        list.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var today = await CircleCli.Today(desk, stop);
            IReadOnlyList<CircleIntroductionLine> all = [.. await desk.Store.IntroductionsAsked(seat, today, stop), .. await desk.Store.IntroductionsToOpen(seat, today, stop)];
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(l => CircleIntroductionsApi.CircleIntroductionAnswer.Of(l, seat.Id)));
            else foreach (var line in all) desk.Paper.Line($"{line.It.Ending()}  {Speech.Say("Circles.LooksFor", PostWords.Author(line.Asker), line.It.At)} · {Speech.Say("Circles.Stage_" + line.Stage)}{(line.It.Reach is { } reach ? " · " + reach : "")}");
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Step(Shell shell)
    {
        var (id, step) = (new Argument<string>("ID") { Description = "Circles.HelpId" }, new Argument<string>("STEP") { Description = "Circles.HelpStep" }.AcceptOnlyFromAmong("take-on", "pass", "yes", "no", "met", "not-yet", "not-useful", "withdraw"));
        var reach = new Option<string?>("--reach") { Description = "Circles.Reach", HelpName = "TEXT" };
        var command = new Command("introduction", "Circles.HelpIntroduction") { id, step, reach };
        command.SetAction((typed, stop) => CircleCli.Inside(shell, typed, async (desk, seat) =>
        {
            var (today, end) = (await CircleCli.Today(desk, stop), typed.GetRequiredValue(id));
            var found = (await desk.Store.IntroductionsAsked(seat, today, stop)).Concat(await desk.Store.IntroductionsToOpen(seat, today, stop)).Where(l => l.It.EndsSo(end)).ToList();
            var which = found.Count == 1 ? found[0].It.Id : throw new NotFound("Circles.NoSuchIntroduction");
            await (typed.GetRequiredValue(step) switch
            {
                "take-on" => desk.Store.TakeOnIntroduction(seat.Id, which, today, stop),
                "pass" => desk.Store.PassOnIntroduction(seat.Id, which, stop),
                "yes" => desk.Store.SayIntroductionAnswer(seat.Id, which, true, typed.GetValue(reach), today, stop),
                "no" => desk.Store.SayIntroductionAnswer(seat.Id, which, false, null, today, stop),
                "met" => desk.Store.SayIntroductionOutcome(seat.Id, which, IntroductionStage.Met, stop),
                "not-yet" => desk.Store.SayIntroductionOutcome(seat.Id, which, IntroductionStage.NotYet, stop),
                "not-useful" => desk.Store.SayIntroductionOutcome(seat.Id, which, IntroductionStage.NotUseful, stop),
                _ => desk.Store.SayIntroductionOutcome(seat.Id, which, IntroductionStage.Withdrawn, stop),
            });
            desk.Paper.Aside(Speech.Say("Circles.SaidKept"));
            return Shell.Fine;
        }, stop));
        return command;
    }
}
