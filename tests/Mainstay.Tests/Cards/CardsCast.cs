using Mainstay.Accounts;
using Mainstay.Cards;
using Microsoft.Extensions.DependencyInjection;
using ZXing.Common;

namespace Mainstay.Tests.Cards;

/// <summary>Short words for what most tests of cards begin with.</summary>
internal static class CardsCast
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static readonly CardText Text = new()
    {
        Name = "Ada Lovelace", Pronouns = "she/her", Headline = "Programs for engines", Organization = "Analytical Engines; Ltd", Mail = "ada@example.org", Phone = "+44 20 7946 0000",
        Links = ["ada.example", "https://example.org/talks?x=1&y=2"], Pitch = "I make engines weave.", Seeks = "A first customer\nA second one", Offers = "An hour on algorithms",
    };

    public static Seals Seals(this TestHouse house) => house.Services.GetRequiredService<Seals>();

    public static async Task<Guid> Write(this TestHouse house, string audience = "Investors", Func<CardText, CardText>? with = null) =>
        (await house.Again().AddCard(new(audience, (with ?? (t => t))(Text)), house.Clock, Stop)).Id;

    /// <summary>A card that is on, and what stands in its address.</summary>
    public static async Task<(Guid Id, string Secret)> WriteAndTurnOn(this TestHouse house, string audience = "Investors", Func<CardText, CardText>? with = null, CardTime time = CardTime.Month)
    {
        await house.AdasAccount();
        var id = await house.Write(audience, with);
        await house.Again().TurnCardOn(id, time, house.Seals(), house.Clock, Stop);
        return (id, await house.Secret(id));
    }

    public static async Task<string> Secret(this TestHouse house, Guid id) => house.Seals().Open((await house.Line(id)).It.Locked!)!;

    public static Task<CardLine> Line(this TestHouse house, Guid id) => house.Again().CardOf(id, house.Clock, Stop);

    /// <summary>What a camera reads from a drawing: its modules are looked up one by one.</summary>
    public static string Read(Func<int, int, bool> isDark, int side)
    {
        const int margin = 4;
        var inside = side - 2 * margin;
        var bits = new BitMatrix(inside);
        for (var y = 0; y < inside; y++)
            for (var x = 0; x < inside; x++) bits[x, y] = isDark(x + margin, y + margin);
        return new ZXing.QrCode.Internal.Decoder().decode(bits, null).Text;
    }
}
