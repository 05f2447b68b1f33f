using System.Text;
using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Cards;

/// <summary>My cards, for programs.</summary>
internal static class CardsApi
{
    private const string Chapter = "Cards", One = "/cards/{id:guid}";

    private static readonly CardAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2ac1"), Audience = "Investors", IsOn = true, Sentence = "On until Sunday, 31 May 2026.", Until = new(2026, 5, 31, 12, 0, 0, DateTimeKind.Utc), Address = "https://mainstay.example/card/h4k2m9p7q3r5s8t6v2w4x7y9z3ab",
        Name = "Ada Lovelace", Headline = "Programs for engines", Mail = "ada@example.org", Links = ["https://ada.example"], Pitch = "I make engines do what looms do.", Seeks = "A first customer who counts a lot",
    };

    public static void Map(ApiRoutes api)
    {
        api.Get("/cards", List, new("listCards", "Your business cards, one for each audience") { Chapter = Chapter, About = "Those that are on come first.", Answer = AnswerShape.PageOf("All of them.", Sample) });
        api.Post("/cards", Add, new("addCard", "Write a card")
        {
            Chapter = Chapter,
            About = "It is off. What you do not say is not shown.",
            Body = BodyShape.Of<CardFields>("The card.", new { Audience = "Founders", Sample.Name, Sample.Headline, Sample.Mail, Sample.Links }),
            Answer = AnswerShape.Made<CardAnswer>("The card.", Sample with { Audience = "Founders", IsOn = false, Sentence = "Off: nobody sees it.", Until = null, Address = null }),
            IsTagged = true,
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call, call.Id())), new("readCard", "One card, and where others find it") { Chapter = Chapter, Parameters = [Which], Answer = Shape, IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeCard(call.Id(), (await call.Body<CardFields>()).ToNew(), call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("changeCard", "Say anew what a card shows")
        {
            Chapter = Chapter,
            About = "Whoever has its address sees that from now on.",
            Parameters = [Which],
            Body = BodyShape.Of<CardFields>("The card.", new { Sample.Audience, Sample.Name, Sample.Headline, Sample.Phone }),
            Answer = Shape,
            IsTagged = true,
            HasSecret = true,
            Current = call => Read(call, call.Id()),
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveCard(call.Id(), call.Clock, call.Stop)), new("removeCard", "Remove a card")
        {
            Chapter = Chapter, About = "Its address leads nowhere any more. Taken back, it is off.", Parameters = [Which], Answer = ChangesApi.Shape,
        });
        MapTurning(api);
        MapFiles(api);
    }

    private static void MapTurning(ApiRoutes api)
    {
        Turn(api, "on", (call, time) => call.Store.TurnCardOn(call.Id(), time, Seals(call), call.Clock, call.Stop), new("turnCardOn", "Let who has its address see a card, for a while") { Chapter = Chapter, About = "One that is on stays as it is, with the address it has.", HasSecret = true });
        Turn(api, "renew", (call, time) => call.Store.RenewCard(call.Id(), time, Seals(call), call.Clock, call.Stop), new("renewCard", "Give a card another address") { Chapter = Chapter, About = "The one before leads nowhere any more.", HasSecret = true });
        api.Post($"{One}/off", async call =>
        {
            await call.Store.TurnCardOff(call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("turnCardOff", "Let nobody see a card any more") { Chapter = Chapter, About = "Its address is gone for good.", Parameters = [Which], Answer = Shape });
    }

    private static void MapFiles(ApiRoutes api)
    {
        api.Get($"{One}/vcard", async call =>
        {
            var text = (await call.Store.CardOf(call.Id(), call.Clock, call.Stop)).It.Shown();
            return File(CardVCard.Of(text, CardWords.Notes(text)), "text/vcard; charset=utf-8", CardVCard.FileName(text));
        }, new("readCardAsVcard", "A card as an address book takes it") { Chapter = Chapter, Parameters = [Which], Answer = new(StatusCodes.Status200OK, null, "The document.") { MediaTypes = ["text/vcard"] } });
        api.Get($"{One}/square", Square, new("readCardAsSquare", "A card as a QR code")
        {
            Chapter = Chapter,
            About = "Of its address, while it is on; with `whole` of the card itself, which is read without a network.",
            Parameters = [Which, new("whole", typeof(bool), "The card itself instead of its address.")],
            Answer = new(StatusCodes.Status200OK, null, "The drawing.") { MediaTypes = ["image/svg+xml"] },
        });
    }

    private static void Turn(ApiRoutes api, string verb, Func<ApiCall, CardTime, Task> turn, Operation operation) => api.Post($"{One}/{verb}", async call =>
    {
        await turn(call, (await call.Body<CardTimeFields>()).For ?? CardTime.Month);
        return ApiAnswer.Of(await Read(call, call.Id()));
    }, operation with { Parameters = [Which], Body = BodyShape.Of<CardTimeFields>("For how long.", new { For = "month" }), Answer = Shape });

    private static Parameter Which => Parameter.Id("The card.") with { Example = Sample.Id };

    private static AnswerShape Shape => AnswerShape.Of<CardAnswer>("The card.", Sample);

    private static Seals Seals(ApiCall call) => call.Services.GetRequiredService<Seals>();

    private static async Task<ApiAnswer> List(ApiCall call) =>
        ApiAnswer.Of(new Page<CardAnswer> { Items = [.. (await call.Store.AllCards(call.Clock, call.Stop)).Select(l => Of(call, l))] });

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var made = await call.Store.AddCard((await call.Body<CardFields>()).ToNew(), call.Clock, call.Stop);
        return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/cards/{made.Id}");
    }

    private static async Task<ApiAnswer> Square(ApiCall call)
    {
        var line = await call.Store.CardOf(call.Id(), call.Clock, call.Stop);
        var square = call.Http.Request.Query["whole"] == "true" ? CardPage.Whole(line.It.Shown()) : QrCode.Of(Of(call, line).Address ?? throw new NotFound("Cards.IsOffNow"));
        return File(square.Svg(), "image/svg+xml", "card.svg");
    }

    private static ApiAnswer File(string text, string type, string name) => new(StatusCodes.Status200OK, Encoding.UTF8.GetBytes(text)) { MediaType = type, FileName = name };

    private static async Task<object> Read(ApiCall call, Guid id) => Of(call, await call.Store.CardOf(id, call.Clock, call.Stop));

    private static CardAnswer Of(ApiCall call, CardLine line) => CardAnswer.Of(line, line.State.InWords(), CardPage.AddressOf(line, Seals(call), Reached.At(call.Services.GetRequiredService<Settings>())));
}
