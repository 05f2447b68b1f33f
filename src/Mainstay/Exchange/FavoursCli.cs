using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary><c>mainstay favours</c>: help that was given and received.</summary>
internal static class FavoursCli
{
    public static Command Command(Shell shell)
    {
        var with = new Option<string?>("--with") { Description = "Exchange.HelpFavoursWith", HelpName = "NAME" };
        var favours = new Command("favours", "Exchange.HelpFavours") { with, Add(shell), Edit(shell), Remove(shell) };
        favours.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (typed.GetValue(with) is { } name) return await Between(desk, await desk.Store.FindPerson(name, stop), stop);
            var lines = await desk.Store.AllFavours(stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(FavourAnswer.Of));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Exchange.NoFavours"));
            else foreach (var line in lines) Print(desk.Paper, line);
            return Shell.Fine;
        }, stop));
        return favours;
    }

    private static async Task<int> Between(Desk desk, Person person, CancellationToken stop)
    {
        var answer = ExchangeAnswer.Of(new(person.Id, person.Name), await desk.Store.AllFavours(stop, person.Id), await desk.Store.LoadOf(person.Id, desk.Today, stop), desk.Today);
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(answer);
            return Shell.Fine;
        }
        foreach (var line in await desk.Store.AllFavours(stop, person.Id)) Print(desk.Paper, line);
        desk.Paper.Line(answer.Balance);
        foreach (var hint in answer.Hints) desk.Paper.Line(hint);
        return Shell.Fine;
    }

    private static Command Add(Shell shell)
    {
        var who = WhoCli.Argument(shell, "Exchange.HelpFavourWho");
        var way = new Option<string?>("--way") { Description = "Exchange.HelpFavourWay", HelpName = "WAY", Required = true }.AcceptOnly<Way>();
        var what = new Option<string>("--what") { Description = "Exchange.HelpFavourWhat", HelpName = "TEXT", Required = true };
        var weight = new Option<string?>("--weight") { Description = "Exchange.HelpWeight", HelpName = "WEIGHT" }.AcceptOnly<Weight>();
        var on = new Option<string?>("--on") { Description = "Exchange.HelpFavourOn", HelpName = "DATE" };
        var topic = new Option<string?>("--topic") { Description = "Exchange.HelpFavourTopic", HelpName = "TOPIC" };
        var add = new Command("add", "Exchange.HelpFavourAdd") { who, way, what, weight, on, topic };
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var favour = await desk.Store.NoteFavour(new()
            {
                PersonId = (await desk.Store.FindPerson(WhoCli.Name(typed, who), stop)).Id,
                Way = Enum.Parse<Way>(typed.GetValue(way)!, true),
                What = typed.GetValue(what)!,
                Weight = typed.GetValue(weight) is { } heavy ? Enum.Parse<Weight>(heavy, true) : Weight.Normal,
                On = Days.Of(typed.GetValue(on), desk.Today),
                Topic = typed.GetValue(topic),
            }, desk.Today, desk.Clock, stop);
            return await Show(desk, favour.Id, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Exchange.HelpFavourId" };
        var who = new Option<string?>("--who") { Description = "Exchange.HelpWhose", HelpName = "NAME" };
        var way = new Option<string?>("--way") { Description = "Exchange.HelpFavourWay", HelpName = "WAY" }.AcceptOnly<Way>();
        var what = new Option<string?>("--what") { Description = "Exchange.HelpFavourWhat", HelpName = "TEXT" };
        var weight = new Option<string?>("--weight") { Description = "Exchange.HelpWeight", HelpName = "WEIGHT" }.AcceptOnly<Weight>();
        var on = new Option<string?>("--on") { Description = "Exchange.HelpOn", HelpName = "DATE" };
        var topic = new Option<string?>("--topic") { Description = "Exchange.HelpFavourTopic", HelpName = "TOPIC" };
        var edit = new Command("edit", "Exchange.HelpFavourEdit") { id, who, way, what, weight, on, topic };
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.AllFavours(stop, most: int.MaxValue)).EndingWith(l => l.Favour, typed.GetValue(id)!).Favour;
            await desk.Store.ChangeFavour(was.Id, new()
            {
                PersonId = typed.GetValue(who) is { } name ? (await desk.Store.FindPerson(name, stop)).Id : was.PersonId,
                Way = typed.GetValue(way) is { } said ? Enum.Parse<Way>(said, true) : was.Way,
                What = typed.GetValue(what) ?? was.What,
                Weight = typed.GetValue(weight) is { } heavy ? Enum.Parse<Weight>(heavy, true) : was.Weight,
                On = Days.Of(typed.GetValue(on), desk.Today),
                Kind = was.Kind,
                Topic = typed.GetValue(topic) ?? was.Topic,
                NeedId = was.NeedId,
            }, desk.Today, stop);
            return await Show(desk, was.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Remove(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Exchange.HelpFavourId" };
        var remove = new Command("remove", "Exchange.HelpFavourRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = (await desk.Store.AllFavours(stop, most: int.MaxValue)).EndingWith(l => l.Favour, typed.GetValue(id)!);
            return ChangesCli.Gone(desk, line.Favour.Id, await desk.Store.RemoveFavour(line.Favour.Id, desk.Clock, stop), "Exchange.SaidGone");
        }, stop));
        return remove;
    }

    private static async Task<int> Show(Desk desk, Guid id, CancellationToken stop)
    {
        var line = await desk.Store.FavourOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(FavourAnswer.Of(line));
        else Print(desk.Paper, line);
        return Shell.Fine;
    }

    private static void Print(Paper paper, FavourLine line) => paper.Line(Speech.Say($"Exchange.Print{line.Favour.Way}", line.Favour.Ending(), line.Favour.On, line.Name, line.Favour.What));
}
