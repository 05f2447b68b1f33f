using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>mainstay opportunities</c> and <c>mainstay wishes</c>: doors that were opened, and what others need.</summary>
internal static class DoorsCli
{
    public static Command Opportunities(Shell shell)
    {
        var doors = new Command("opportunities", "Exchange.HelpDoors")
        {
            Add(shell, "Exchange.HelpDoorAdd", "Exchange.HelpDoorWho", "Exchange.HelpDoorWhat", async (desk, person, text, on, stop) =>
                Show(desk, await desk.Store.OpportunityOf((await desk.Store.AddOpportunity(new(person, text, on), desk.Today, desk.Clock, stop)).Id, stop))),
            Edit(shell, "Exchange.HelpDoorEdit", "--what", "Exchange.HelpDoorWhat", async (desk, end, said, stop) =>
            {
                var was = (await desk.Store.AllOpportunities(stop)).EndingWith(l => l.Door, end).Door;
                await desk.Store.ChangeOpportunity(was.Id, new(said.Person ?? was.PersonId, said.Text ?? was.What, said.On), desk.Today, stop);
                return Show(desk, await desk.Store.OpportunityOf(was.Id, stop));
            }),
            Became(shell),
            OnOne(shell, "remove", "Exchange.HelpDoorRemove", async (desk, end, stop) =>
            {
                var door = (await desk.Store.AllOpportunities(stop)).EndingWith(l => l.Door, end).Door;
                return ChangesCli.Gone(desk, door.Id, await desk.Store.RemoveOpportunity(door.Id, desk.Clock, stop), "Exchange.SaidGone");
            }),
        };
        doors.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllOpportunities(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(OpportunityAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Exchange.NoDoors"));
            else foreach (var line in all) Print(desk.Paper, line);
            return Shell.Fine;
        }, stop));
        return doors;
    }

    public static Command Wishes(Shell shell)
    {
        var wishes = new Command("wishes", "Exchange.HelpWishes")
        {
            Add(shell, "Exchange.HelpWishAdd", "Exchange.HelpWishWho", "Exchange.HelpWishText", async (desk, person, text, on, stop) =>
                Show(desk, await desk.Store.WishOf((await desk.Store.AddWish(new(person, text, on), desk.Today, desk.Clock, stop)).Id, stop))),
            Edit(shell, "Exchange.HelpWishEdit", "--text", "Exchange.HelpWishText", async (desk, end, said, stop) =>
            {
                var was = (await desk.Store.AllWishes(stop, closed: true)).EndingWith(l => l.Wish, end).Wish;
                await desk.Store.ChangeWish(was.Id, new(said.Person ?? was.PersonId, said.Text ?? was.Text, said.On), desk.Today, stop);
                return Show(desk, await desk.Store.WishOf(was.Id, stop));
            }),
            OnOne(shell, "done", "Exchange.HelpWishDone", async (desk, end, stop) => await Close(desk, end, desk.Today, stop)),
            OnOne(shell, "undo", "Exchange.HelpWishUndo", async (desk, end, stop) => await Close(desk, end, null, stop)),
            OnOne(shell, "remove", "Exchange.HelpWishRemove", async (desk, end, stop) =>
            {
                var wish = (await desk.Store.AllWishes(stop, closed: true)).EndingWith(l => l.Wish, end).Wish;
                return ChangesCli.Gone(desk, wish.Id, await desk.Store.RemoveWish(wish.Id, desk.Clock, stop), "Exchange.SaidGone");
            }),
        };
        wishes.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var all = await desk.Store.AllWishes(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(all.Select(WishAnswer.Of));
            else if (all.Count == 0) desk.Paper.Aside(Speech.Say("Exchange.NoWishes"));
            else foreach (var line in all) Print(desk.Paper, line);
            return Shell.Fine;
        }, stop));
        return wishes;
    }

    private static Command Add(Shell shell, string about, string whom, string what, Func<Desk, Guid, string, DateOnly?, CancellationToken, Task<int>> add)
    {
        var who = WhoCli.Completed(shell, new Argument<string>("NAME") { Description = whom });
        var text = Shell.Words("TEXT", what, ArgumentArity.OneOrMore);
        var on = new Option<string?>("--on") { Description = "Exchange.HelpFavourOn", HelpName = "DATE" };
        var command = new Command("add", about) { who, text, on };
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
            await add(desk, (await desk.Store.FindPerson(typed.GetValue(who)!, stop)).Id, WhoCli.Name(typed, text), Days.Of(typed.GetValue(on), desk.Today), stop), stop));
        return command;
    }

    /// <summary>What is said anew; what is not said stays.</summary>
    private sealed record Anew(Guid? Person, string? Text, DateOnly? On);

    private static Command Edit(Shell shell, string about, string option, string what, Func<Desk, string, Anew, CancellationToken, Task<int>> change)
    {
        var id = new Argument<string>("ID") { Description = "Exchange.HelpDoorId" };
        var who = new Option<string?>("--who") { Description = "Exchange.HelpWhose", HelpName = "NAME" };
        var text = new Option<string?>(option) { Description = what, HelpName = "TEXT" };
        var on = new Option<string?>("--on") { Description = "Exchange.HelpOn", HelpName = "DATE" };
        var edit = new Command("edit", about) { id, who, text, on };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            Guid? person = typed.GetValue(who) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : null;
            return await change(desk, typed.GetValue(id)!, new(person, typed.GetValue(text), Days.Of(typed.GetValue(on), desk.Today)), stop);
        }, stop));
        return edit;
    }

    private static Command Became(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Exchange.HelpDoorId" };
        var state = new Option<string>("--state") { Description = "Exchange.HelpDoorState", HelpName = "STATE", Required = true };
        state.AcceptOnlyFromAmong("open", "camethrough", "nothing");
        var note = new Option<string?>("--note") { Description = "Exchange.HelpDoorNote", HelpName = "TEXT" };
        var became = new Command("became", "Exchange.HelpDoorBecame") { id, state, note };
        became.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var door = (await desk.Store.AllOpportunities(stop)).EndingWith(l => l.Door, typed.GetValue(id)!).Door;
            await desk.Store.SayBecame(door.Id, Enum.Parse<OpportunityState>(typed.GetValue(state)!, true), typed.GetValue(note), desk.Today, stop);
            return Show(desk, await desk.Store.OpportunityOf(door.Id, stop));
        }, stop));
        return became;
    }

    private static Command OnOne(Shell shell, string verb, string about, Func<Desk, string, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "Exchange.HelpDoorId" };
        var command = new Command(verb, about) { id };
        command.SetAction((typed, stop) => shell.At(typed, desk => act(desk, typed.GetValue(id)!, stop), stop));
        return command;
    }

    private static async Task<int> Close(Desk desk, string end, DateOnly? since, CancellationToken stop)
    {
        var wish = (await desk.Store.AllWishes(stop, closed: true)).EndingWith(l => l.Wish, end).Wish;
        await desk.Store.CloseWish(wish.Id, since, stop);
        return Show(desk, await desk.Store.WishOf(wish.Id, stop));
    }

    private static int Show(Desk desk, OpportunityLine line)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(OpportunityAnswer.Of(line));
        else Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static int Show(Desk desk, WishLine line)
    {
        if (desk.Paper.AsJson) desk.Paper.Write(WishAnswer.Of(line));
        else Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static void Print(Paper paper, OpportunityLine line)
    {
        paper.Line(Speech.Say("Exchange.PrintDoor", line.Door.Ending(), line.Door.On, line.Name, line.Door.What));
        if (line.Door.State != OpportunityState.Open) paper.Indented(8, DoorsPanel.Became(line.Door).InWords());
    }

    private static void Print(Paper paper, WishLine line)
    {
        paper.Line(Speech.Say("Exchange.PrintWish", line.Wish.Ending(), line.Name, line.Wish.Text));
        if (line.Offer is { } offer) paper.Indented(8, Speech.Say("Exchange.YouOffer", offer.Text));
    }
}
