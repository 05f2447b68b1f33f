using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary><c>mainstay goals</c> and <c>mainstay offers</c>: what needs are for, and what I can give.</summary>
internal static class GoalsCli
{
    public static Command Goals(Shell shell)
    {
        var goals = new Command("goals", "Needs.HelpGoals") { AddGoal(shell), EditGoal(shell), TurnGoal(shell, "done", "Needs.HelpGoalDone", (desk, id, stop) => desk.Store.ReachGoal(id, desk.Today, stop)), TurnGoal(shell, "undo", "Needs.HelpGoalUndo", (desk, id, stop) => desk.Store.ReopenGoal(id, stop)), RemoveGoal(shell) };
        goals.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllGoals(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(GoalAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Needs.NoGoals"));
            else foreach (var line in all) Print(desk.Paper, line);
            return Shell.Fine;
        }, stop));
        return goals;
    }

    private static Command AddGoal(Shell shell)
    {
        var (text, by) = (Shell.Words("TEXT", "Needs.HelpGoalText", ArgumentArity.OneOrMore), By());
        var add = new Command("add", "Needs.HelpGoalAdd") { text, by };
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
            await Show(desk, (await desk.Store.AddGoal(new(WhoCli.Name(typed, text), Days.OrNone(typed.GetValue(by), desk.Today)), desk.Clock, stop)).Id, stop), stop));
        return add;
    }

    private static Command EditGoal(Shell shell)
    {
        var (id, by) = (new Argument<string>("ID") { Description = "Needs.HelpGoalId" }, By());
        var text = new Option<string?>("--text") { Description = "Needs.HelpGoalText", HelpName = "TEXT" };
        var edit = new Command("edit", "Needs.HelpGoalEdit") { id, text, by };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.GoalEndingWith(typed.GetValue(id)!, stop)).Goal;
            await desk.Store.ChangeGoal(was.Id, new(typed.GetValue(text) ?? was.Text, Days.OrNone(typed.GetValue(by), desk.Today, was.DueOn)), stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return edit;
    }

    private static Command TurnGoal(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task<Goal>> act)
    {
        var id = new Argument<string>("ID") { Description = "Needs.HelpGoalId" };
        var turn = new Command(verb, about) { id };
        turn.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, (await act(desk, (await desk.Store.GoalEndingWith(typed.GetValue(id)!, stop)).Goal.Id, stop)).Id, stop), stop));
        return turn;
    }

    private static Command RemoveGoal(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Needs.HelpGoalId" };
        var remove = new Command("remove", "Needs.HelpGoalRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var goal = (await desk.Store.GoalEndingWith(typed.GetValue(id)!, stop)).Goal;
            return ChangesCli.Gone(desk, goal.Id, await desk.Store.RemoveGoal(goal.Id, desk.Clock, stop), "Needs.SaidRemovedGoal");
        }, stop));
        return remove;
    }

    public static Command Offers(Shell shell)
    {
        var offers = new Command("offers", "Needs.HelpOffers") { AddOffer(shell), EditOffer(shell), RemoveOffer(shell) };
        offers.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllOffers(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(OfferAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Needs.NoOffers"));
            else foreach (var offer in all) Print(desk.Paper, offer);
            return Shell.Fine;
        }, stop));
        return offers;
    }

    private static Command AddOffer(Shell shell)
    {
        var (text, whom) = (Shell.Words("TEXT", "Needs.HelpOfferText", ArgumentArity.OneOrMore), ForWhom());
        var add = new Command("add", "Needs.HelpOfferAdd") { text, whom };
        add.SetAction((typed, stop) => shell.At(typed, async desk => Show(desk, await desk.Store.AddOffer(new(WhoCli.Name(typed, text), typed.GetValue(whom)), desk.Clock, stop)), stop));
        return add;
    }

    private static Command EditOffer(Shell shell)
    {
        var (id, whom) = (new Argument<string>("ID") { Description = "Needs.HelpOfferId" }, ForWhom());
        var text = new Option<string?>("--text") { Description = "Needs.HelpOfferText", HelpName = "TEXT" };
        var edit = new Command("edit", "Needs.HelpOfferEdit") { id, text, whom };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.OfferEndingWith(typed.GetValue(id)!, stop);
            return Show(desk, await desk.Store.ChangeOffer(was.Id, new(typed.GetValue(text) ?? was.Text, typed.GetValue(whom) ?? was.ForWhom), stop));
        }, stop));
        return edit;
    }

    private static Command RemoveOffer(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Needs.HelpOfferId" };
        var remove = new Command("remove", "Needs.HelpOfferRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var offer = await desk.Store.OfferEndingWith(typed.GetValue(id)!, stop);
            return ChangesCli.Gone(desk, offer.Id, await desk.Store.RemoveOffer(offer.Id, desk.Clock, stop), "Needs.SaidRemovedOffer");
        }, stop));
        return remove;
    }

    private static Option<string?> By() => new("--by") { Description = "Needs.HelpGoalBy", HelpName = "DATE" };

    private static Option<string?> ForWhom() => new("--for") { Description = "Needs.HelpOfferFor", HelpName = "WHOM" };

    private static async Task<int> Show(Desk desk, Guid goal, CancellationToken stop)
    {
        var line = await desk.Store.GoalOf(goal, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(GoalAnswer.Of(line));
        else Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static int Show(Desk desk, Offer offer)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(OfferAnswer.Of(offer));
        else Print(desk.Paper, offer);
        return Shell.Fine;
    }

    private static void Print(Paper paper, GoalLine line)
    {
        var goal = new Reason("Needs.GoalLine", line.Goal.Ending(), line.Goal.Text);
        paper.Line((line.Goal switch { { ReachedOn: { } reached } => new("Needs.GoalReached", goal, reached), { DueOn: { } due } => new("Needs.GoalDue", goal, due), _ => goal }).InWords());
        foreach (var need in line.Needs) paper.Indented(8, Speech.Say("Needs.NeedOfGoal", need.Topic, NeedWords.Kind(need.Kind)));
    }

    private static void Print(Paper paper, Offer offer) =>
        paper.Line(Speech.Say(offer.ForWhom is null ? "Needs.OfferLine" : "Needs.OfferLineFor", offer.Ending(), offer.Text, offer.ForWhom));
}
