using Mainstay.Api;
using static Mainstay.Circles.CirclesApi;

namespace Mainstay.Circles;

/// <summary>What is asked, offered and left in a circle, for programs.</summary>
internal static class PostsApi
{
    private const string All = Here + "/posts", One = All + "/{id:guid}";

    private static readonly PostAnswer Sample = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c11"), PostKind.Ask, "How to price a first product, half an hour by May 15")
    {
        AuthorId = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), Author = "Grace Hopper", Topics = ["pricing"], Until = new(2026, 5, 15),
    };

    internal static readonly PostAnswer Lesson = Sample with { Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c13"), Kind = PostKind.Lesson, Title = "Name the price first", Until = null };

    private static readonly ReplyAnswer Reply = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c12"), ReplyKind.ICan, Sample.AuthorId, "Grace Hopper", "I did that twice.", new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc));

    private static readonly Parameter[] Which = [WhichCircle, Parameter.Id("The post.")];

    private static BodyShape Body => BodyShape.Of<PostFields>("What it says.", new { Kind = "ask", Sample.Title, Sample.Topics });

    private static AnswerShape Now => AnswerShape.Of<PostAnswer>("As it is now.", Sample);

    public static void Map(ApiRoutes api)
    {
        api.Get(All, List, new("listPosts", "What is asked, offered and left in a circle")
        {
            Chapter = Chapter,
            Parameters = [WhichCircle, new("kind", typeof(PostKind), "Only this kind; asks and offers when not said."), new("by", typeof(Guid), "Only those by this member."), new("about", typeof(string), "Only those about all of these words."), new("all", typeof(bool), "Also those that were closed or have run out."), Parameter.Limit, Parameter.Cursor],
            Answer = AnswerShape.PageOf("The newest first.", Sample),
        });
        api.Post(All, async call =>
        {
            var made = await call.Store.PostInCircle(Me(call), (await call.Body<PostFields>()).ToNew(), call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(await Read(call, made.Id), $"{ApiRoutes.Root}/circles/{call.Store.SpaceId}/posts/{made.Id}");
        }, new("postInCircle", "Ask, offer, or leave something in a circle") { Chapter = Chapter, Parameters = [WhichCircle], Body = Body, Answer = AnswerShape.Made<PostAnswer>("The post.", Sample) });
        api.Get(One, async call => ApiAnswer.Of(await Read(call, call.Id())), new("readPost", "One post") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.Of<PostAnswer>("The post.", Sample) });
        api.Put(One, async call =>
        {
            await call.Store.ChangePost(Me(call), call.Id(), (await call.Body<PostFields>()).ToNew(), call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("changePost", "Say a post of yours anew") { Chapter = Chapter, Parameters = Which, Body = Body, Answer = Now });
        api.Delete(One, async call =>
        {
            await call.Store.RemovePost(Me(call), call.Id(), call.Stop);
            return ApiAnswer.Done;
        }, new("removePost", "Take a post of yours away") { Chapter = Chapter, Parameters = Which, Conflicts = "The hosts are looking at it." });
        api.Get(One + "/fitting", async call =>
        {
            var (seat, today) = (await Seat(call), call.Today);
            var line = await call.Store.PostShown(seat, call.Id(), call.Stop);
            call.IsConfidential |= line.Post.IsForHardTimes;
            return ApiAnswer.Of(FittingAnswer.Of(await call.Store.WhatFits(seat, line.Post, call.Visit.Guest!.OwnNetworkId, today, call.Stop)));
        }, new("readFitting", "What fits an ask or an offer: posts, members, and people of your own") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.Of<FittingAnswer>("Of each the first few.", new FittingAnswer([], [], [new(Sample.AuthorId, "Grace Hopper", ["pricing"])], [])) });
        MapSteps(api);
    }

    private static void MapSteps(ApiRoutes api)
    {
        api.Get(One + "/answers", async call => ApiAnswer.Of(new Page<ReplyAnswer> { Items = [.. (await call.Store.RepliesTo(await Shown(call), call.Id(), call.Stop)).Select(ReplyAnswer.Of)] }),
            new("listAnswers", "What was answered to a post") { Chapter = Chapter, Parameters = Which, Answer = AnswerShape.PageOf("The oldest first.", Reply) });
        api.Post(One + "/answers", async call =>
        {
            var said = await call.Body<ReplyFields>();
            await Read(call, call.Id());
            var made = await call.Store.ReplyToPost(Me(call), call.Id(), new() { Kind = said.Kind, Text = said.Text }, call.Today, call.Clock, call.Stop);
            return ApiAnswer.Made(ReplyAnswer.Of((await call.Store.RepliesTo(await Seat(call), call.Id(), call.Stop)).First(r => r.Reply.Id == made.Id)), $"{ApiRoutes.Root}/circles/{call.Store.SpaceId}/posts/{call.Id()}/answers");
        }, new("answerPost", "Answer a post") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<ReplyFields>("A word, \"tell me more\", or what you can do about it.", new { Kind = "iCan", Reply.Text }), Answer = AnswerShape.Made<ReplyAnswer>("The answer.", Reply), Conflicts = "It is closed, or has run out." });
        api.Post(One + "/close", async call =>
        {
            var before = await Read(call, call.Id());
            var closed = await call.Store.ClosePost(Me(call), call.Id(), (await call.Body<PostEndFields>()).Helped, call.Today, call.Stop);
            return ApiAnswer.Of(before with { State = closed.State }); // of a hard time nothing is left to be read
        }, new("closePost", "Close a post of yours, and say whether it helped") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<PostEndFields>("Whether it helped.", new { Helped = true }), Answer = Now, Conflicts = "The hosts hid it." });
        api.Post(One + "/extend", async call =>
        {
            await call.Store.ExtendPost(Me(call), call.Id(), (await call.Body<PostUntilFields>()).Until, call.Today, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("extendPost", "Let a post of yours stand longer, or open it again") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<PostUntilFields>("Until when.", new { Until = "2026-05-29" }), Answer = Now, Conflicts = "The hosts hid it." });
        api.Post(One + "/hide", async call =>
        {
            await call.Store.HidePost(Me(call), call.Id(), (await call.Body<PostHideFields>()).Hide, call.Clock, call.Stop);
            return ApiAnswer.Of(await Read(call, call.Id()));
        }, new("hidePost", "Hide a post, or show it again") { Chapter = Chapter, Parameters = Which, Body = BodyShape.Of<PostHideFields>("Whether it is hidden.", new { Hide = true }), Answer = Now, IsHostsOnly = true });
    }

    private static async Task<ApiAnswer> List(ApiCall call)
    {
        var by = call.Asked("by") is not { } text ? (Guid?)null : Guid.TryParse(text, out var id) ? id : throw ApiCall.Wrong("by", "Coverage.NotAnId");
        var rows = await call.Store.PostsHere(await Seat(call), new()
        {
            Kinds = call.OneOf<PostKind>("kind") is { } kind ? [kind] : [PostKind.Ask, PostKind.Offer], AuthorId = by, About = call.Asked("about"), IsAll = call.YesOrNo("all") == true, Before = call.Cursor<PostPlace>()?.Id,
        }, call.Today, call.Limit + 1, call.Stop);
        var page = call.PageOf(rows, r => new PostPlace(r.Post.Id));
        return ApiAnswer.Of(page.As([.. page.Items.Select(PostAnswer.Of)]));
    }

    /// <summary>Only of what they may see.</summary>
    private static async Task<CircleSeat> Shown(ApiCall call)
    {
        var seat = await Seat(call);
        await call.Store.PostShown(seat, call.Id(), call.Stop);
        return seat;
    }

    private static async Task<PostAnswer> Read(ApiCall call, Guid id)
    {
        var line = await call.Store.PostShown(await Seat(call), id, call.Stop);
        call.IsConfidential |= line.Post.IsForHardTimes;
        return PostAnswer.Of(line);
    }

    private sealed record PostPlace(Guid Id);
}
