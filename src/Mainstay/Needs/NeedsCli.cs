using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Needs;

/// <summary><c>mainstay needs</c>: what I need, and who can give it.</summary>
internal static class NeedsCli
{
    public static Command Command(Shell shell)
    {
        var closed = new Option<bool>("--closed") { Description = "Needs.HelpClosed" };
        var needs = new Command("needs", "Needs.HelpNeeds") { closed, Add(shell), Edit(shell), Support(shell), Unsay(shell), Close(shell), Reopen(shell), Remove(shell) };
        needs.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.OpenNeeds(stop, typed.GetValue(closed));
            var supporters = await desk.Services.GetRequiredService<SupportersQueries>().Of(desk.Store, all, desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(n => NeedAnswer.Of(n, supporters[n.Id])));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Needs.NoNeeds"));
            else foreach (var need in all) Print(desk.Paper, need, supporters[need.Id]);
            return Shell.Fine;
        }, stop));
        return needs;
    }

    private static Command Add(Shell shell)
    {
        var topic = Shell.Words("TOPIC", "Needs.HelpTopic", ArgumentArity.OneOrMore);
        var fields = new NeedOptionsCli();
        var add = new Command("add", "Needs.HelpNeedAdd") { topic };
        fields.On(add, true);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var need = await desk.Store.AddNeed(await fields.Read(desk, new() { Kind = default, Topic = WhoCli.Name(typed, topic) }, stop), desk.Clock, stop);
            return await Show(desk, need, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var which = Which();
        var rename = new Option<string?>("--topic") { Description = "Needs.HelpTopicNew", HelpName = "TOPIC" };
        var fields = new NeedOptionsCli();
        var edit = new Command("edit", "Needs.HelpNeedEdit") { which, rename };
        fields.On(edit, false);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.FindNeed(typed.GetValue(which)!, stop);
            var now = await fields.Read(desk, NeedFields.Of(was).ToNeed() with { Topic = typed.GetValue(rename) ?? was.Topic }, stop);
            return await Show(desk, await desk.Store.ChangeNeed(was.Id, now, stop), stop);
        }, stop));
        return edit;
    }

    private static Command Support(Shell shell)
    {
        var (which, who) = (Which(), WhoCli.Argument(shell, "Needs.HelpSupporter"));
        var ability = new Option<string?>("--ability") { Description = "Needs.HelpAbility", HelpName = "ABILITY" };
        ability.AcceptOnlyFromAmong("none", "maybe", "good", "excellent");
        var agreed = new Option<bool>("--agreed") { Description = "Needs.HelpAgreed" };
        var until = new Option<string?>("--until") { Description = "Needs.HelpUntil", HelpName = "DATE" };
        var scope = new Option<string?>("--scope") { Description = "Needs.HelpScope", HelpName = "TEXT" };
        var ended = new Option<bool>("--not-agreed") { Description = "Needs.HelpNotAgreed" };
        var support = new Command("support", "Needs.HelpSupport") { which, who, ability, agreed, until, scope, ended };
        support.Validators.Add(typed =>
        {
            if (typed.GetResult(ability) is null && typed.GetResult(agreed) is null && typed.GetResult(ended) is null) typed.Mistake("Needs.SaySomething");
        });
        support.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (need, person) = (await desk.Store.FindNeed(typed.GetValue(which)!, stop), await desk.Store.FindPerson(WhoCli.Name(typed, who), stop));
            if (typed.GetValue(ability) is { } said) await desk.Store.SaySupport(need.Id, person.Id, Enum.Parse<Ability>(said, true), desk.Today, stop);
            if (typed.GetValue(agreed)) await desk.Store.Agree(need.Id, person.Id, new(Days.OrNone(typed.GetValue(until), desk.Today), typed.GetValue(scope)), desk.Today, stop);
            if (typed.GetValue(ended)) await desk.Store.EndAgreement(need.Id, person.Id, stop);
            return await Show(desk, need, stop);
        }, stop));
        return support;
    }

    private static Command Unsay(Shell shell)
    {
        var (which, who) = (Which(), WhoCli.Argument(shell, "Needs.HelpSupporter"));
        var unsay = new Command("unsay", "Needs.HelpUnsay") { which, who };
        unsay.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var (need, person) = (await desk.Store.FindNeed(typed.GetValue(which)!, stop), await desk.Store.FindPerson(WhoCli.Name(typed, who), stop));
            var change = await desk.Store.UnsaySupport(need.Id, person.Id, desk.Clock, stop);
            await Show(desk, need, stop);
            if (change is { } made) ChangesCli.HowToTakeBack(desk, made);
            return Shell.Fine;
        }, stop));
        return unsay;
    }

    private static Command Close(Shell shell) => Turn(shell, "close", "Needs.HelpClose", (desk, id, stop) => desk.Store.CloseNeed(id, desk.Today, stop));

    private static Command Reopen(Shell shell) => Turn(shell, "reopen", "Needs.HelpReopen", (desk, id, stop) => desk.Store.ReopenNeed(id, stop));

    private static Command Turn(Shell shell, string verb, string about, Func<Desk, Guid, CancellationToken, Task<Need>> act)
    {
        var which = Which();
        var turn = new Command(verb, about) { which };
        turn.SetAction((typed, stop) => shell.At(typed, async desk => await Show(desk, await act(desk, (await desk.Store.FindNeed(typed.GetValue(which)!, stop)).Id, stop), stop), stop));
        return turn;
    }

    private static Command Remove(Shell shell)
    {
        var which = Which();
        var remove = new Command("remove", "Needs.HelpRemove") { which };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var need = await desk.Store.FindNeed(typed.GetValue(which)!, stop);
            return ChangesCli.Gone(desk, need.Id, await desk.Store.RemoveNeed(need.Id, desk.Clock, stop), "Needs.SaidRemovedNeed");
        }, stop));
        return remove;
    }

    private static Argument<string> Which() => new("TOPIC") { Description = "Needs.HelpWhich" };

    private static async Task<int> Show(Desk desk, Need need, CancellationToken stop)
    {
        var supporters = (await desk.Services.GetRequiredService<SupportersQueries>().Of(desk.Store, [need], desk.Today, stop))[need.Id];
        if (desk.Paper.AsJson) desk.Paper.Write(NeedAnswer.Of(need, supporters));
        else Print(desk.Paper, need, supporters);
        return Shell.Fine;
    }

    private static void Print(Paper paper, Need need, IEnumerable<Support> supporters)
    {
        paper.Line(Speech.Say("Needs.Line", need.Ending(), need.Topic, NeedWords.Kind(need.Kind), NeedWords.Importance(need.Importance)));
        if (need.ClosedOn is { } closed) paper.Indented(8, Speech.Say("Needs.ClosedSince", closed));
        foreach (var support in supporters) paper.Indented(8, Speech.Say("Needs.SupporterLine", support.Name, NeedWords.Ability(support.Ability), support.Reason));
    }
}
