using Mainstay.Api;
using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Exchange;

/// <summary>Favours, what others need, and doors that were opened, for programs.</summary>
internal static class FavoursApi
{
    private const string Chapter = "Favours";

    private static readonly FavourAnswer Favour = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a22"), RhythmExamples.Grace, Way.Received, "Looked at my price list", Weight.Normal, new(2026, 5, 1), SupportKind.Knowledge, "pricing", null, null);

    private static readonly WishAnswer Wish = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a23"), RhythmExamples.Grace, "Somebody who knows about visas", new(2026, 5, 1), null, null);

    private static readonly OpportunityAnswer Door = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a24"), RhythmExamples.Grace, "A talk at the hospital's open day", new(2026, 5, 1), OpportunityState.Open, null, null);

    public static void Map(ApiRoutes api)
    {
        MapFavours(api);
        MapWishes(api);
        MapDoors(api);
    }

    private static void MapFavours(ApiRoutes api)
    {
        api.Get("/favours", async call => ApiAnswer.Of(new Page<FavourAnswer> { Items = [.. (await call.Store.AllFavours(call.Stop)).Select(FavourAnswer.Of)] }), new("listFavours", "Help that was given and received, the latest first")
        {
            Chapter = Chapter,
            Answer = AnswerShape.PageOf("The latest 200.", Favour),
        });
        api.Get("/people/{id:guid}/favours", Between, new("readExchange", "What went to and fro with a person, and how much they were asked of late")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The person.")],
            Answer = AnswerShape.Of<ExchangeAnswer>("What went to and fro.", new ExchangeAnswer(RhythmExamples.Grace, [Favour], "Grace Hopper and you help each other.", [], 1, 2, 0)),
        });
        api.Post("/favours", async call =>
        {
            var favour = await call.Store.NoteFavour((await call.Body<FavourFields>()).ToFavour(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(FavourAnswer.Of(await call.Store.FavourOf(favour.Id, call.Stop)), $"{ApiRoutes.Root}/favours/{favour.Id}");
        }, new("noteFavour", "Note help that was given or received")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<FavourFields>("The favour.", new { PersonId = RhythmExamples.Grace.Id, Favour.Way, Favour.What, Favour.Topic }),
            Answer = AnswerShape.Made<FavourAnswer>("The favour.", Favour),
            IsTagged = true,
        });
        api.Get("/favours/{id:guid}", async call => ApiAnswer.Of(await ReadFavour(call)), new("readFavour", "One favour") { Chapter = Chapter, Parameters = [Parameter.Id("The favour.")], Answer = AnswerShape.Of<FavourAnswer>("The favour.", Favour), IsTagged = true });
        Put<FavourFields>(api, "/favours/{id:guid}", (call, fields) => call.Store.ChangeFavour(call.Id(), fields.ToFavour(), call.Today, call.Stop), new("changeFavour", "Say anew what the favour was")
        {
            Chapter = Chapter,
            About = "A day that is not said stays. A favour that came of an ask stays with who was asked.",
            Parameters = [Parameter.Id("The favour.")],
            Body = BodyShape.Of<FavourFields>("All that is said of it.", new { PersonId = RhythmExamples.Grace.Id, Favour.Way, Favour.What, Weight = Weight.FiveMinute }),
            Answer = AnswerShape.Of<FavourAnswer>("The favour as it is now.", Favour with { Weight = Weight.FiveMinute, Kind = null, Topic = null }),
            IsTagged = true,
            Current = ReadFavour,
        });
        Remove(api, "/favours/{id:guid}", new("removeFavour", "Remove a favour") { Chapter = Chapter, Parameters = [Parameter.Id("The favour.")], Answer = ChangesApi.Shape, Current = ReadFavour }, call => call.Store.RemoveFavour(call.Id(), call.Clock, call.Stop));
    }

    private static void MapWishes(ApiRoutes api)
    {
        api.Get("/wishes", async call => ApiAnswer.Of(new Page<WishAnswer> { Items = [.. (await call.Store.AllWishes(call.Stop, closed: call.YesOrNo("closed") == true)).Select(WishAnswer.Of)] }), new("listWishes", "What people told that they need: a chance to help")
        {
            Chapter = Chapter,
            About = "Those that an offer of yours may meet come first.",
            Parameters = [new("closed", typeof(bool), "With those that are needed no more.")],
            Answer = AnswerShape.PageOf("All of them.", Wish),
        });
        api.Post("/wishes", async call =>
        {
            var fields = await call.Body<WishFields>();
            var wish = await call.Store.AddWish(new(fields.PersonId, fields.Text, fields.On), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(WishAnswer.Of(await call.Store.WishOf(wish.Id, call.Stop)), $"{ApiRoutes.Root}/wishes/{wish.Id}");
        }, new("addWish", "Note what a person told that they need")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<WishFields>("What they need.", new { PersonId = RhythmExamples.Grace.Id, Wish.Text }),
            Answer = AnswerShape.Made<WishAnswer>("What they need.", Wish),
            IsTagged = true,
        });
        MapOneWish(api);
    }

    private static void MapOneWish(ApiRoutes api)
    {
        api.Get("/wishes/{id:guid}", async call => ApiAnswer.Of(await ReadWish(call)), new("readWish", "One thing a person needs") { Chapter = Chapter, Parameters = [Parameter.Id("What they need.")], Answer = AnswerShape.Of<WishAnswer>("What they need.", Wish), IsTagged = true });
        api.Patch("/wishes/{id:guid}", async call =>
        {
            var change = await call.Body<WishChangeFields>();
            if (change.Closed is { } closed) await call.Store.CloseWish(call.Id(), closed ? call.Today : null, call.Stop);
            return ApiAnswer.Of(await ReadWish(call));
        }, new("changeWish", "Say that it is needed no more, or after all")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("What they need.")],
            Body = BodyShape.PatchOf<WishChangeFields>("Whether they need it.", new { Closed = true }),
            Answer = AnswerShape.Of<WishAnswer>("What they need, as it is now.", Wish),
            IsTagged = true,
            Current = ReadWish,
        });
        Put<WishFields>(api, "/wishes/{id:guid}", (call, fields) => call.Store.ChangeWish(call.Id(), new(fields.PersonId, fields.Text, fields.On), call.Today, call.Stop), new("replaceWish", "Say anew what a person needs")
        {
            Chapter = Chapter,
            About = "A day that is not said stays, and so does whether they need it still.",
            Parameters = [Parameter.Id("What they need.")],
            Body = BodyShape.Of<WishFields>("What they need.", new { PersonId = RhythmExamples.Grace.Id, Text = "Somebody who knows about work visas" }),
            Answer = AnswerShape.Of<WishAnswer>("What they need, as it is now.", Wish with { Text = "Somebody who knows about work visas" }),
            IsTagged = true,
            Current = ReadWish,
        });
        Remove(api, "/wishes/{id:guid}", new("removeWish", "Remove what a person told that they need") { Chapter = Chapter, Parameters = [Parameter.Id("What they need.")], Answer = ChangesApi.Shape, Current = ReadWish }, call => call.Store.RemoveWish(call.Id(), call.Clock, call.Stop));
    }

    private static void MapDoors(ApiRoutes api)
    {
        api.Get("/opportunities", async call => ApiAnswer.Of(new Page<OpportunityAnswer> { Items = [.. (await call.Store.AllOpportunities(call.Stop)).Select(OpportunityAnswer.Of)] }), new("listOpportunities", "Doors that people opened for you, and what became of them") { Chapter = Chapter, Answer = AnswerShape.PageOf("All of them.", Door) });
        api.Post("/opportunities", async call =>
        {
            var fields = await call.Body<OpportunityFields>();
            var door = await call.Store.AddOpportunity(new(fields.PersonId, fields.What, fields.On), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(OpportunityAnswer.Of(await call.Store.OpportunityOf(door.Id, call.Stop)), $"{ApiRoutes.Root}/opportunities/{door.Id}");
        }, new("addOpportunity", "Note a door that somebody opened")
        {
            Chapter = Chapter,
            Body = BodyShape.Of<OpportunityFields>("The door.", new { PersonId = RhythmExamples.Grace.Id, Door.What }),
            Answer = AnswerShape.Made<OpportunityAnswer>("The door.", Door),
            IsTagged = true,
        });
        MapOneDoor(api);
    }

    private static void MapOneDoor(ApiRoutes api)
    {
        api.Get("/opportunities/{id:guid}", async call => ApiAnswer.Of(await ReadDoor(call)), new("readOpportunity", "One door that was opened") { Chapter = Chapter, Parameters = [Parameter.Id("The door.")], Answer = AnswerShape.Of<OpportunityAnswer>("The door.", Door), IsTagged = true });
        api.Patch("/opportunities/{id:guid}", async call =>
        {
            var change = await call.Body<OpportunityChangeFields>();
            await call.Store.SayBecame(call.Id(), change.State, change.Became, call.Today, call.Stop);
            return ApiAnswer.Of(await ReadDoor(call));
        }, new("changeOpportunity", "Say what became of it")
        {
            Chapter = Chapter,
            Parameters = [Parameter.Id("The door.")],
            Body = BodyShape.PatchOf<OpportunityChangeFields>("What became of it.", new { State = "cameThrough", Became = "Two clinics called" }),
            Answer = AnswerShape.Of<OpportunityAnswer>("The door as it is now.", Door),
            IsTagged = true,
            Current = ReadDoor,
        });
        Put<OpportunityFields>(api, "/opportunities/{id:guid}", (call, fields) => call.Store.ChangeOpportunity(call.Id(), new(fields.PersonId, fields.What, fields.On), call.Today, call.Stop), new("replaceOpportunity", "Say anew which door was opened, and by whom")
        {
            Chapter = Chapter,
            About = "A day that is not said stays, and so does what became of it.",
            Parameters = [Parameter.Id("The door.")],
            Body = BodyShape.Of<OpportunityFields>("The door.", new { PersonId = RhythmExamples.Grace.Id, What = "Two talks at the hospital's open day" }),
            Answer = AnswerShape.Of<OpportunityAnswer>("The door as it is now.", Door with { What = "Two talks at the hospital's open day" }),
            IsTagged = true,
            Current = ReadDoor,
        });
        Remove(api, "/opportunities/{id:guid}", new("removeOpportunity", "Remove a door that was opened") { Chapter = Chapter, Parameters = [Parameter.Id("The door.")], Answer = ChangesApi.Shape, Current = ReadDoor }, call => call.Store.RemoveOpportunity(call.Id(), call.Clock, call.Stop));
    }

    private static void Put<T>(ApiRoutes api, string path, Func<ApiCall, T, Task> change, Operation operation) => api.Put(path, async call =>
    {
        await operation.Current!(call);
        await change(call, await call.Body<T>());
        return ApiAnswer.Of(await operation.Current!(call));
    }, operation);

    private static void Remove(ApiRoutes api, string path, Operation operation, Func<ApiCall, Task<Guid>> remove) => api.Delete(path, async call =>
    {
        await operation.Current!(call);
        return ChangesApi.Of(await remove(call));
    }, operation);

    private static async Task<ApiAnswer> Between(ApiCall call)
    {
        var person = await call.Store.PersonOf(call.Id(), call.Stop);
        return ApiAnswer.Of(ExchangeAnswer.Of(new(person.Id, person.Name), await call.Store.AllFavours(call.Stop, person.Id), await call.Store.LoadOf(person.Id, call.Today, call.Stop), call.Today));
    }

    private static async Task<object> ReadFavour(ApiCall call) => FavourAnswer.Of(await call.Store.FavourOf(call.Id(), call.Stop));

    private static async Task<object> ReadWish(ApiCall call) => WishAnswer.Of(await call.Store.WishOf(call.Id(), call.Stop));

    private static async Task<object> ReadDoor(ApiCall call) => OpportunityAnswer.Of(await call.Store.OpportunityOf(call.Id(), call.Stop));
}
