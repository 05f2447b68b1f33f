using Mainstay.Api;
using Mainstay.People;
using Mainstay.Storage;

namespace Mainstay.Needs;

/// <summary>Goals and offers, for programs.</summary>
internal static class GoalsApi
{
    private const string Goals = "Goals", Offers = "Offers";

    public static void Map(ApiRoutes api)
    {
        MapGoals(api);
        MapOffers(api);
    }

    private static void MapGoals(ApiRoutes api)
    {
        api.Get("/goals", async call => ApiAnswer.Of(new Page<GoalAnswer> { Items = [.. (await call.Store.AllGoals(call.Stop)).Select(GoalAnswer.Of)] }), new("listGoals", "What you want to reach")
        {
            Chapter = Goals,
            Answer = AnswerShape.PageOf("The nearest first, those that are reached last.", NeedsExamples.Goal),
        });
        api.Post("/goals", AddGoal, new("addGoal", "Note a goal")
        {
            Chapter = Goals,
            Body = BodyShape.Of<GoalFields>("The goal.", new { NeedsExamples.Goal.Text, NeedsExamples.Goal.DueOn }),
            Answer = AnswerShape.Made<GoalAnswer>("The goal.", NeedsExamples.Goal),
            IsTagged = true,
        });
        api.Get("/goals/{id:guid}", async call => ApiAnswer.Of(await ReadGoal(call)), new("readGoal", "One goal") { Chapter = Goals, Parameters = [Goal], Answer = AnswerShape.Of<GoalAnswer>("The goal.", NeedsExamples.Goal), IsTagged = true });
        api.Put("/goals/{id:guid}", ChangeGoal, new("changeGoal", "Say anew what the goal is, or that it is reached")
        {
            Chapter = Goals,
            Parameters = [Goal],
            Body = BodyShape.Of<GoalFields>("The goal.", new { NeedsExamples.Goal.Text, Reached = true }),
            Answer = AnswerShape.Of<GoalAnswer>("The goal as it is now.", NeedsExamples.Goal with { ReachedOn = new(2026, 11, 2) }),
            IsTagged = true,
            Current = ReadGoal,
        });
        api.Delete("/goals/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveGoal(call.Id(), call.Clock, call.Stop)),
            new("removeGoal", "Remove a goal; the needs for it stay") { Chapter = Goals, Parameters = [Goal], Answer = ChangesApi.Shape, Current = ReadGoal });
    }

    private static void MapOffers(ApiRoutes api)
    {
        api.Get("/offers", async call => ApiAnswer.Of(new Page<OfferAnswer> { Items = [.. (await call.Store.AllOffers(call.Stop)).Select(OfferAnswer.Of)] }), new("listOffers", "What you can give to others")
        {
            Chapter = Offers,
            Answer = AnswerShape.PageOf("All of them.", NeedsExamples.Offer),
        });
        api.Post("/offers", async call =>
        {
            var offer = await call.Store.AddOffer((await call.Body<OfferFields>()).ToOffer(), call.Clock, call.Stop);
            return ApiAnswer.Made(OfferAnswer.Of(offer), $"{ApiRoutes.Root}/offers/{offer.Id}");
        }, new("addOffer", "Note what you can give")
        {
            Chapter = Offers,
            Body = BodyShape.Of<OfferFields>("The offer.", new { NeedsExamples.Offer.Text, NeedsExamples.Offer.ForWhom }),
            Answer = AnswerShape.Made<OfferAnswer>("The offer.", NeedsExamples.Offer),
            IsTagged = true,
        });
        api.Get("/offers/{id:guid}", async call => ApiAnswer.Of(await ReadOffer(call)), new("readOffer", "One offer") { Chapter = Offers, Parameters = [Offer], Answer = AnswerShape.Of<OfferAnswer>("The offer.", NeedsExamples.Offer), IsTagged = true });
        api.Put("/offers/{id:guid}", async call => ApiAnswer.Of(OfferAnswer.Of(await call.Store.ChangeOffer(call.Id(), (await call.Body<OfferFields>()).ToOffer(), call.Stop))), new("changeOffer", "Say anew what you can give")
        {
            Chapter = Offers,
            Parameters = [Offer],
            Body = BodyShape.Of<OfferFields>("The offer.", new { Text = "An hour of feedback on your landing page" }),
            Answer = AnswerShape.Of<OfferAnswer>("The offer as it is now.", NeedsExamples.Offer),
            IsTagged = true,
            Current = ReadOffer,
        });
        api.Delete("/offers/{id:guid}", async call => ChangesApi.Of(await call.Store.RemoveOffer(call.Id(), call.Clock, call.Stop)),
            new("removeOffer", "Remove an offer") { Chapter = Offers, Parameters = [Offer], Answer = ChangesApi.Shape, Current = ReadOffer });
    }

    private static Parameter Goal => Parameter.Id("The goal.");

    private static Parameter Offer => Parameter.Id("The offer.");

    private static async Task<ApiAnswer> AddGoal(ApiCall call)
    {
        var goal = await call.Store.AddGoal((await call.Body<GoalFields>()).ToGoal(), call.Clock, call.Stop);
        return ApiAnswer.Made(GoalAnswer.Of(await call.Store.GoalOf(goal.Id, call.Stop)), $"{ApiRoutes.Root}/goals/{goal.Id}");
    }

    private static async Task<ApiAnswer> ChangeGoal(ApiCall call)
    {
        var goal = await call.Body<GoalFields>();
        await call.Store.AllOrNothing(async () =>
        {
            await call.Store.ChangeGoal(call.Id(), goal.ToGoal(), call.Stop);
            if (goal.Reached == true) await call.Store.ReachGoal(call.Id(), call.Today, call.Stop);
            if (goal.Reached == false) await call.Store.ReopenGoal(call.Id(), call.Stop);
            return goal;
        }, call.Stop);
        return ApiAnswer.Of(await ReadGoal(call));
    }

    private static async Task<object> ReadGoal(ApiCall call) => GoalAnswer.Of(await call.Store.GoalOf(call.Id(), call.Stop));

    private static async Task<object> ReadOffer(ApiCall call) => OfferAnswer.Of(await call.Store.OfferOf(call.Id(), call.Stop));
}
