using Mainstay.Api;
using Mainstay.People;
using Mainstay.Rhythm;

namespace Mainstay.Memberships;

/// <summary>Memberships, for programs.</summary>
internal static class MembershipsApi
{
    private const string Chapter = "Memberships", One = "/memberships/{id:guid}";

    private static readonly Guid Guild = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a61"), Pricing = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a63");

    private static readonly MembershipAnswer Sample = new()
    {
        Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a62"), Organization = new(Guild, "Guild of Founders"), Kind = MembershipKind.PeerGroup, Stage = MembershipStage.Joined, Sentence = "A member since Friday, 1 May 2026.", ConsideredOn = new(2026, 4, 1), JoinedOn = new(2026, 5, 1),
        Needs = [new(Pricing, "Pricing")], Dues = "120", Currency = "EUR", Period = DuesPeriod.Yearly, NextRenewalOn = new(2027, 5, 1), RenewsOn = new(2027, 5, 1), HoursAMonth = 2,
        Facts = ["One person you know is from there: Grace Hopper."], People = [new(RhythmExamples.Grace, "Treasurer, Guild of Founders", ["Pricing"])],
    };

    public static void Map(ApiRoutes api)
    {
        api.Get("/memberships", List, new("listMemberships", "Memberships: considered, joined, left, with what each brought")
        {
            Chapter = Chapter,
            About = "Yours come first, the next renewal before the others; then those considered; then those that are over.",
            Parameters = [new("stage", typeof(MembershipStage), "Only those of this stage.")],
            Answer = AnswerShape.PageOf("All of them.", Sample),
        });
        api.Post("/memberships", Add, new("addMembership", "Consider an organization, or say that you joined it")
        {
            Chapter = Chapter,
            About = "With `joinedOn` it is joined, else considered. Who joins again after leaving adds another one.",
            Body = BodyShape.Of<MembershipFields>("The membership.", new { OrganizationId = Guild, Kind = "peerGroup", JoinedOn = Sample.JoinedOn, Sample.Dues, Sample.Currency, Period = "yearly", Sample.RenewsOn }),
            Answer = AnswerShape.Made<MembershipAnswer>("The membership.", Sample),
            IsTagged = true,
        });
        api.Get(One, async call => ApiAnswer.Of(await Read(call)), new("readMembership", "One membership, and what it brought") { Chapter = Chapter, Parameters = [Which], Answer = AnswerShape.Of<MembershipAnswer>("The membership.", Sample), IsTagged = true });
        api.Put(One, async call =>
        {
            await call.Store.ChangeMembership(call.Id(), (await call.Body<MembershipFields>()).ToDetails(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call));
        }, new("changeMembership", "Say anew what the membership is")
        {
            Chapter = Chapter,
            About = "What is not said is taken away, but for the day since which it is considered.",
            Parameters = [Which],
            Body = BodyShape.Of<MembershipFields>("All that is said of it.", new { OrganizationId = Guild, Kind = "peerGroup", JoinedOn = Sample.JoinedOn, Role = "Treasurer" }),
            Answer = AnswerShape.Of<MembershipAnswer>("The membership as it is now.", Sample with { Role = "Treasurer", Dues = null, Currency = null, Period = DuesPeriod.None, RenewsOn = null, NextRenewalOn = null, Needs = [], HoursAMonth = null }),
            IsTagged = true,
            Current = Read,
        });
        api.Delete(One, async call => ChangesApi.Of(await call.Store.RemoveMembership(call.Id(), call.Clock, call.Stop)),
            new("removeMembership", "Remove a membership that was noted by mistake") { Chapter = Chapter, About = "One that is over is left, not removed.", Parameters = [Which], Answer = ChangesApi.Shape, Current = Read });
        MapActs(api);
    }

    private static void MapActs(ApiRoutes api)
    {
        Act(api, "join", async (call, day) => await call.Store.JoinMembership(call.Id(), day.On ?? call.Today, call.Today, call.Clock, call.Stop), new MembershipDayFields(new(2026, 5, 1)), new("joinMembership", "Say that you joined what you considered") { Chapter = Chapter, Conflicts = "You are a member already, or it is over." });
        Act(api, "leave", async (call, day) => await call.Store.LeaveMembership(call.Id(), day.On ?? call.Today, call.Today, call.Clock, call.Stop), new MembershipDayFields(new(2026, 5, 1)), new("leaveMembership", "Leave, or let go what you considered") { Chapter = Chapter, Conflicts = "It is over already." });
        Act<RenewalFields>(api, "renew", async (call, renewal) => await call.Store.RenewMembership(call.Id(), renewal.Next, call.Today, call.Clock, call.Stop), new(new(2027, 5, 1)), new("renewMembership", "Say that it is renewed") { Chapter = Chapter, Conflicts = "You are no member, it renews by itself, or no renewal day is known." });
        api.Post($"{One}/stay", async call => ChangesApi.Of(await call.Store.StayMember(call.Id(), call.Today, call.Clock, call.Stop)), new("stayMember", "Say that you looked at what it brings and takes, and stay")
        {
            Chapter = Chapter,
            About = "You are asked again in a year.",
            Parameters = [Which],
            Answer = ChangesApi.Shape,
            Conflicts = "You are no member.",
        });
    }

    private static void Act<T>(ApiRoutes api, string verb, Func<ApiCall, T, Task<Guid>> act, T example, Operation operation) where T : class => api.Post($"{One}/{verb}", async call => ChangesApi.Of(await act(call, await call.Body<T>())),
        operation with { Parameters = [Which], Body = BodyShape.Of<T>("When.", example), Answer = ChangesApi.Shape });

    private static Parameter Which => Parameter.Id("The membership.") with { Example = Sample.Id };

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var stage = call.OneOf<MembershipStage>("stage");
        var lines = (await call.Store.AllMemberships(call.Today, call.Stop)).Where(l => stage is null || l.It.Stage == stage).ToList();
        var brought = await call.Services.GetRequiredService<BroughtQueries>().By(call.Store, lines, call.Stop);
        return ApiAnswer.Of(new Page<MembershipAnswer> { Items = [.. lines.Select(l => MembershipAnswer.Of(l, brought[l.It.Id], call.Today))] });
    }

    private static async Task<ApiAnswer> Add(ApiCall call)
    {
        var made = await call.Store.AddMembership((await call.Body<MembershipFields>()).ToDetails(), call.Today, call.Clock, call.Stop);
        return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/memberships/{made.Id}");
    }

    private static Task<object> Read(ApiCall call) => Read(call, call.Id());

    private static async Task<object> Read(ApiCall call, Guid id)
    {
        var line = await call.Store.MembershipOf(id, call.Stop);
        return MembershipAnswer.Of(line, await call.Services.GetRequiredService<BroughtQueries>().By(call.Store, line, call.Stop), call.Today);
    }
}
