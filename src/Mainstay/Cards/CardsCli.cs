using System.CommandLine;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Cards;

/// <summary><c>mainstay card</c>: the owner's business cards.</summary>
internal static class CardsCli
{
    public static Command Command(Shell shell)
    {
        var card = new Command("card", "Cards.HelpCards") { Show(shell), Add(shell), Edit(shell), Turn(shell, "on", "Cards.HelpOn", CardActions.TurnCardOn), Turn(shell, "renew", "Cards.HelpRenew", CardActions.RenewCard), Off(shell), Remove(shell) };
        card.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var lines = await desk.Store.AllCards(desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(lines.Select(l => Answer(desk, l)));
            else if (lines.Count == 0) desk.Paper.Aside(Speech.Say("Cards.NoneYet"));
            else foreach (var line in lines) Print(desk, line);
            return Shell.Fine;
        }, stop));
        return card;
    }

    private static Command Show(Shell shell)
    {
        var name = Named();
        var vcf = new Option<bool>("--vcf") { Description = "Cards.HelpVcf" };
        var svg = new Option<string?>("--svg") { Description = "Cards.HelpSvg", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Cards.HelpForce" };
        var whole = new Option<bool>("--whole") { Description = "Cards.HelpWhole" };
        var square = new Option<bool>("--qr") { Description = "Cards.HelpQr" };
        var show = new Command("show", "Cards.HelpShow") { name, square, whole, svg, force, vcf };
        show.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            if (typed.GetValue(vcf))
            {
                await desk.Around.Out.WriteAsync(CardVCard.Of(line.It.Shown(), CardWords.Notes(line.It.Shown())));
                return Shell.Fine;
            }
            if (typed.GetValue(svg) is { } path)
            {
                var drawn = (Square(desk, line, typed.GetValue(whole)) ?? throw new NotFound("Cards.IsOffNow")).Svg();
                await PrivateFiles.Write(path, typed.GetValue(force), passing => File.WriteAllTextAsync(passing, drawn, stop));
                desk.Paper.Aside(Speech.Say("Cards.SquareWritten", path));
                return Shell.Fine;
            }
            Say(desk, line);
            if (!desk.Paper.AsJson) Draw(desk, line, typed.GetValue(whole), typed.GetValue(square));
            return Shell.Fine;
        }, stop));
        return show;
    }

    private static Command Add(Shell shell)
    {
        var (audience, said) = (Shell.Words("AUDIENCE", "Cards.HelpAudience", ArgumentArity.OneOrMore), new CardOptionsCli());
        var add = new Command("add", "Cards.HelpAdd") { audience };
        said.On(add);
        add.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var text = said.Read(typed, new() { Name = await desk.Store.OwnersName(stop) ?? "" });
            return await Told(desk, (await desk.Store.AddCard(new(WhoCli.Name(typed, audience), text), desk.Clock, stop)).Id, stop);
        }, stop));
        return add;
    }

    private static Command Edit(Shell shell)
    {
        var (name, said) = (Named(), new CardOptionsCli());
        var audience = new Option<string?>("--audience") { Description = "Cards.HelpNewAudience", HelpName = "AUDIENCE" };
        var edit = new Command("edit", "Cards.HelpEdit") { name, audience };
        said.On(edit);
        edit.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var it = (await Meant(desk, typed, name, stop)).It;
            await desk.Store.ChangeCard(it.Id, new(typed.GetValue(audience) ?? it.Audience, said.Read(typed, it.Shown())), stop);
            return await Told(desk, it.Id, stop);
        }, stop));
        return edit;
    }

    private static Command Turn(Shell shell, string verb, string about, Func<Store, Guid, CardTime, Seals, TimeProvider, CancellationToken, Task> turn)
    {
        var name = Named();
        var time = new Option<string?>("--for") { Description = "Cards.HelpFor", HelpName = "PERIOD" }.AcceptOnly<CardTime>();
        var command = new Command(verb, about) { name, time };
        command.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            await turn(desk.Store, line.It.Id, typed.GetValue(time) is { } said ? Enum.Parse<CardTime>(said, true) : CardTime.Month, Seals(desk), desk.Clock, stop);
            return await Told(desk, line.It.Id, stop);
        }, stop));
        return command;
    }

    private static Command Off(Shell shell)
    {
        var name = Named();
        var off = new Command("off", "Cards.HelpOff") { name };
        off.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            await desk.Store.TurnCardOff(line.It.Id, desk.Clock, stop);
            return await Told(desk, line.It.Id, stop);
        }, stop));
        return off;
    }

    private static Command Remove(Shell shell)
    {
        var name = Named();
        var remove = new Command("remove", "Cards.HelpRemove") { name };
        remove.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var line = await Meant(desk, typed, name, stop);
            return ChangesCli.Gone(desk, line.It.Id, await desk.Store.RemoveCard(line.It.Id, desk.Clock, stop), "Cards.SaidRemoved");
        }, stop));
        return remove;
    }

    private static Argument<string[]> Named() => Shell.Words("AUDIENCE", "Cards.HelpWhich", ArgumentArity.OneOrMore);

    private static Task<CardLine> Meant(Desk desk, ParseResult typed, Argument<string[]> name, CancellationToken stop) => desk.Store.FindCard(WhoCli.Name(typed, name), desk.Clock, stop);

    private static async Task<int> Told(Desk desk, Guid id, CancellationToken stop)
    {
        Say(desk, await desk.Store.CardOf(id, desk.Clock, stop));
        return Shell.Fine;
    }

    private static void Say(Desk desk, CardLine line)
    {
        if (desk.Paper.AsJson)
        {
            desk.Paper.Write(Answer(desk, line));
            return;
        }
        Print(desk, line);
        var text = line.It.Shown();
        foreach (var said in new[] { text.Pronouns, text.Headline, text.Organization, text.Mail, text.Phone }.OfType<string>().Prepend(text.Name).Concat(text.Links).Concat(CardWords.Notes(text))) desk.Paper.Indented(8, said);
    }

    private static void Print(Desk desk, CardLine line)
    {
        desk.Paper.Line($"{line.It.Ending()}  {line.It.Audience}  {line.State.InWords()}");
        if (!line.IsOn) return;
        var address = Address(desk, line);
        desk.Paper.Indented(8, address ?? Speech.Say("Cards.Unreadable"));
        if (address is not null && Reached.IsHereOnly(address)) desk.Paper.Aside(Speech.Say("Cards.HereOnly"));
    }

    /// <summary>Draws the square where it can be drawn well, and everywhere when it was asked for.</summary>
    private static void Draw(Desk desk, CardLine line, bool whole, bool asked)
    {
        var console = desk.Paper.Console;
        if (!asked && !whole && !(desk.Around.IsTerminal && console.Profile.Capabilities.Unicode)) return;
        if (Square(desk, line, whole) is not { } square) return;
        if (!asked && desk.Around.Width < square.Side) return;
        var colours = console.Profile.Capabilities.Ansi;
        foreach (var row in square.Blocks(whiteLetters: !colours)) console.Write(new Text(row + Environment.NewLine, colours ? new Style(Color.Black, Color.White) : Style.Plain) { Overflow = Overflow.Crop });
    }

    private static QrCode? Square(Desk desk, CardLine line, bool whole) => whole ? CardPage.Whole(line.It.Shown()) : Address(desk, line) is { } address ? QrCode.Of(address) : null;

    private static string? Address(Desk desk, CardLine line) => CardPage.AddressOf(line, Seals(desk), Reached.FromHere(desk.Settings));

    private static Seals Seals(Desk desk) => desk.Services.GetRequiredService<Seals>();

    private static CardAnswer Answer(Desk desk, CardLine line) => CardAnswer.Of(line, line.State.InWords(), Address(desk, line));
}
