using System.CommandLine;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Giving;

/// <summary><c>mainstay giving</c>: what I give back, and what became of it.</summary>
internal static class GivingCli
{
    public static Command Command(Shell shell)
    {
        var giving = new Command("giving", "Giving.Help") { Add(shell), Edit(shell), End(shell), Became(shell), Remove(shell) };
        giving.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var back = await desk.Store.GivenBack(desk.Today, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(GivenBackAnswer.Of(back, desk.Today));
            else Print(desk, back);
            return Shell.Fine;
        }, stop));
        return giving;
    }

    private static Command Add(Shell shell)
    {
        var (what, options) = (Shell.Words("TEXT", "Giving.HelpWhat", ArgumentArity.OneOrMore), new GiftOptionsCli());
        var add = new Command("add", "Giving.HelpAdd") { what };
        options.AddTo(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
            await Show(desk, (await desk.Store.NoteGift(await options.Read(desk, typed, WhoCli.Name(typed, what), null, stop), desk.Today, desk.Clock, stop)).Id, null, stop), stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var (id, what, options) = (Id(), new Option<string?>("--what") { Description = "Giving.HelpWhat", HelpName = "TEXT" }, new GiftOptionsCli());
        var edit = new Command("edit", "Giving.HelpEdit") { id, what };
        options.AddTo(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = await desk.Store.GiftEndingWith(typed.GetValue(id)!, stop);
            var gift = await options.Read(desk, typed, typed.GetValue(what) ?? was.It.What, was, stop);
            return await Show(desk, was.It.Id, await desk.Store.ChangeGift(was.It.Id, gift, desk.Today, desk.Clock, stop), stop);
        }, stop));
        return edit;
    }

    private static Command End(Shell shell)
    {
        var (id, on) = (Id(), new Option<string?>("--on") { Description = "Giving.HelpEndOn", HelpName = "DATE" });
        var end = new Command("end", "Giving.HelpEnd") { id, on };
        end.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.GiftEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return await Show(desk, was, await desk.Store.EndGift(was, Days.Of(typed.GetValue(on), desk.Today), desk.Today, desk.Clock, stop), stop);
        }, stop));
        return end;
    }

    private static Command Became(Shell shell)
    {
        var (id, what) = (Id(), Shell.Words("TEXT", "Giving.HelpBecameText", ArgumentArity.ZeroOrMore));
        var became = new Command("became", "Giving.HelpBecame") { id, what };
        became.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.GiftEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return await Show(desk, was, await desk.Store.SayGiftBecame(was, WhoCli.Name(typed, what), desk.Clock, stop), stop);
        }, stop));
        return became;
    }

    private static Command Remove(Shell shell)
    {
        var id = Id();
        var remove = new Command("remove", "Giving.HelpRemove") { id };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = (await desk.Store.GiftEndingWith(typed.GetValue(id)!, stop)).It.Id;
            return ChangesCli.Gone(desk, was, await desk.Store.RemoveGift(was, desk.Clock, stop), "Giving.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string> Id() => new("ID") { Description = "Giving.HelpId" };

    private static async Task<int> Show(Desk desk, Guid id, Guid? change, CancellationToken stop)
    {
        var line = await desk.Store.GiftOf(id, stop);
        if (desk.Paper.AsJson) desk.Paper.Write(GiftAnswer.Of(line, desk.Today));
        else Print(desk, line);
        if (change is { } made) ChangesCli.HowToTakeBack(desk, made);
        return Shell.Fine;
    }

    private static void Print(Desk desk, GivenBack back)
    {
        if (back.Gifts.Count + back.Mentees.Count + back.Favours.Count + back.Introductions.Count == 0) desk.Paper.Aside(Speech.Say("Giving.NoneYet"));
        foreach (var line in back.Gifts) Print(desk, line);
        if (back.Mentees.Count > 0) desk.Paper.Line(Speech.Say("Giving.MenteesAre", back.Mentees.Select(m => m.Name)));
        Part(desk, "Giving.FavoursHead", back.Favours.Select(f => $"{f.Favour.On:d}  {Speech.Say("Giving.FavourLine", f.Favour.What, f.Name)}"));
        Part(desk, "Giving.IntroductionsHead", back.Introductions.Select(i => $"{i.It.OpenedOn:d}  {Speech.Say("Giving.IntroducedLine", i.First, i.Second)}"));
        if (back.Introductions.Count > 0) desk.Paper.Indented(2, Speech.Say("Giving.IntroductionsAreFavours"));
    }

    private static void Part(Desk desk, string head, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        desk.Paper.Line();
        desk.Paper.Line(Speech.Say(head));
        foreach (var line in all) desk.Paper.Indented(2, line);
    }

    private static void Print(Desk desk, GiftLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {line.It.What}");
        desk.Paper.Indented(8, string.Join(" · ", GiftWords.Line(line, desk.Today).Select(r => r.InWords())));
        if (line.It.Became is { } became) desk.Paper.Indented(8, Speech.Say("Giving.BecameLine", became));
    }
}
