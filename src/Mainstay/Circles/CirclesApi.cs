using Mainstay.Accounts;
using Mainstay.Api;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Circles;

/// <summary>Circles and who is in them, for programs.</summary>
internal static class CirclesApi
{
    internal const string Chapter = "Circles", Here = InCircleAttribute.Pattern, Members = Here + "/members", One = Members + "/{id:guid}";

    internal static readonly Parameter WhichCircle = Parameter.Id("The circle.", InCircleAttribute.Part);

    private static readonly Guid Id = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2c01");

    private static readonly CharterAnswer Charter = new(Id, "First founders", "We carry each other.", "What is said stays.", "Europe/Berlin", 5, 50);

    private static readonly CircleMemberAnswer Grace = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "Grace Hopper", SpaceRole.Member) { Helps = ["pricing"], Seeks = [], Capacity = 2, LastActive = "here this week" };

    private static readonly BodyShape Profile = BodyShape.Of<ProfileFields>("How one is shown.", new { Grace.Name, Grace.Helps, Grace.Capacity });

    private static readonly BodyShape Agreed = BodyShape.Of<CircleFields>("What it is for, and what is agreed on.", new { Charter.Name, Charter.Purpose, Charter.Charter });

    /// <summary>Where whoever asks sits.</summary>
    internal static Task<CircleSeat> Seat(ApiCall call) => call.Store.SeatOf(call.Visit.Guest!.AccountId, call.Stop, SpaceRole.Guest);

    internal static Guid Me(ApiCall call) => call.Visit.Guest!.AccountId;

    public static void Map(ApiRoutes api)
    {
        api.Get("/circles", async call => call.Visit.Guest!.IsKeyToAnothers ? ApiAnswer.Of(new Page<CircleAnswer> { Items = [] }) : ApiAnswer.Of(new Page<CircleAnswer> { Items = [.. (await call.Store.MyCircles(Me(call), call.Today, call.Stop)).Select(CircleAnswer.Of)] }),
            new("listCircles", "The circles you are in") { Chapter = Chapter, Answer = AnswerShape.PageOf("All of them, by name.", new CircleAnswer(Id, "First founders", SpaceRole.Owner) { Purpose = Charter.Purpose, Members = 8, OpenAsks = 2 }) });
        api.Post("/circles", async call =>
        {
            if (call.Visit.Guest!.IsKeyToAnothers) throw new Words.NotFound("Api.NoSuchAddress");
            var circle = await call.Store.FoundCircle(Me(call), (await call.Body<CircleFields>()).ToNew(), call.Clock, call.Stop);
            return ApiAnswer.Made(Of(circle, await call.Store.Spaces.SingleAsync(s => s.Id == circle.Id, call.Stop)), $"{ApiRoutes.Root}/circles/{circle.Id}");
        }, new("foundCircle", "Found a circle") { Chapter = Chapter, About = "You own it. Others come in by invitation only.", Body = Agreed, Answer = AnswerShape.Made<CharterAnswer>("The circle.", Charter), IsOfAccount = true });
        api.Get("/circles/lessons", async call =>
        {
            var about = call.Asked("about") ?? throw ApiCall.Wrong("about", "Circles.AboutMissing");
            return ApiAnswer.Of(new Page<CircleLessonAnswer> { Items = call.Visit.Guest!.IsKeyToAnothers ? [] : [.. (await call.Store.LessonsInCircles(Me(call), about, CircleLessonsQueries.Most, call.Stop)).Select(CircleLessonAnswer.Of)] });
        }, new("findCircleLessons", "What was left in your circles about something")
        {
            Chapter = Chapter, About = "Lessons and resources that have at least half of the words, the most of them first, then the newest.",
            Parameters = [new("about", typeof(string), "A topic or a few words.") { Example = "pricing" }],
            Answer = AnswerShape.PageOf("At most twenty.", new CircleLessonAnswer(Id, "First founders", PostsApi.Lesson, ["price"])),
        });
        api.Get(Here, async call =>
        {
            await Seat(call);
            return ApiAnswer.Of(await ReadCharter(call));
        }, new("readCircle", "What a circle is for, and what is agreed on in it") { Chapter = Chapter, Parameters = [WhichCircle], Answer = AnswerShape.Of<CharterAnswer>("Its charter.", Charter) });
        api.Put(Here, async call =>
        {
            await call.Store.ChangeCircle(Me(call), (await call.Body<CircleFields>()).ToNew(), call.Clock, call.Stop);
            return ApiAnswer.Of(await ReadCharter(call));
        }, new("changeCircle", "Say anew what a circle is for and what is agreed on") { Chapter = Chapter, Parameters = [WhichCircle], Body = Agreed, Answer = AnswerShape.Of<CharterAnswer>("As it is now.", Charter), IsHostsOnly = true });
        MapMembership(api);
        MapMembers(api);
        MapSafety(api);
        MapInvitations(api);
        MapCopy(api);
    }

    private static void MapMembership(ApiRoutes api)
    {
        var own = AnswerShape.Of<CircleMemberAnswer>("You, as members see you.", Grace);
        api.Get(Here + "/membership", async call => ApiAnswer.Of(await Shown(call, Me(call))), new("readCircleMembership", "How you are shown in a circle") { Chapter = Chapter, Parameters = [WhichCircle], Answer = own });
        api.Post(Here + "/membership", async call =>
        {
            await call.Store.AgreeToCharter(Me(call), (await call.Body<ProfileFields>()).ToProfile(), call.Clock, call.Stop);
            return ApiAnswer.Of(await Shown(call, Me(call)));
        }, new("agreeToCharter", "Agree to the charter and come in") { Chapter = Chapter, About = "Whoever was invited and accepted agrees to the charter before anything else of the circle is there for them.", Parameters = [WhichCircle], Body = Profile, Answer = own, IsOfAccount = true });
        api.Put(Here + "/membership", async call =>
        {
            await call.Store.ChangeProfile(Me(call), (await call.Body<ProfileFields>()).ToProfile(), call.Clock, call.Stop);
            return ApiAnswer.Of(await Shown(call, Me(call)));
        }, new("changeMembershipProfile", "Say anew how you are shown") { Chapter = Chapter, Parameters = [WhichCircle], Body = Profile, Answer = own, IsOfAccount = true });
        api.Delete(Here + "/membership", async call =>
        {
            await call.Store.LeaveCircle(Me(call), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("leaveCircle", "Leave a circle") { Chapter = Chapter, About = "Your profile goes with you; what you wrote stays without your name.", Parameters = [WhichCircle], Conflicts = "Nobody else hosts it.", IsOfAccount = true });
    }

    private static void MapMembers(ApiRoutes api)
    {
        Parameter who = Parameter.Id("The member.");
        api.Get(Members, async call =>
        {
            var after = call.Cursor<MemberPlace>()?.Id;
            var rows = await call.Store.MembersHere(await Seat(call), call.Asked("about"), after, call.Limit + 1, call.Stop);
            var page = call.PageOf(rows, r => new MemberPlace(r.Member.Id));
            return ApiAnswer.Of(page.As([.. page.Items.Select(m => CircleMemberAnswer.Of(m, call.Today))]));
        }, new("listMembers", "Who is in a circle") { Chapter = Chapter, Parameters = [WhichCircle, new("about", typeof(string), "Only those whose name, or a topic they help with, begins so."), Parameter.Limit, Parameter.Cursor], Answer = AnswerShape.PageOf("By name.", Grace) });
        api.Get(One, async call => ApiAnswer.Of(await Shown(call, call.Id())), new("readMember", "A member") { Chapter = Chapter, Parameters = [WhichCircle, who], Answer = AnswerShape.Of<CircleMemberAnswer>("As they choose to be shown.", Grace) });
        api.Patch(One, async call =>
        {
            var said = await call.Body<CircleRoleFields>();
            if (said.Role is { } role) await call.Store.ChangeMemberRole(Me(call), call.Id(), role, call.Clock, call.Stop);
            if (said.IsForEmployer is { } employer) await call.Store.SayForEmployer(Me(call), call.Id(), employer, call.Clock, call.Stop);
            return ApiAnswer.Of(await Shown(call, call.Id()));
        }, new("changeMember", "Say what a member may do") { Chapter = Chapter, Parameters = [WhichCircle, who], Body = BodyShape.PatchOf<CircleRoleFields>("What is to change.", new { Role = "host" }), Answer = AnswerShape.Of<CircleMemberAnswer>("As it is now.", Grace), Conflicts = "It is the last owner.", IsHostsOnly = true });
        api.Delete(One, async call =>
        {
            await call.Store.TakeOutOfCircle(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("takeMemberOut", "Take a member out") { Chapter = Chapter, Parameters = [WhichCircle, who], Conflicts = "It is yourself, or the last owner.", IsHostsOnly = true });
        api.Put(One + "/block", async call =>
        {
            await call.Store.Block(Me(call), call.Id(), call.Stop);
            return ApiAnswer.Done;
        }, new("blockMember", "Keep apart from a member") { Chapter = Chapter, About = "Neither sees what the other writes. They are not told.", Parameters = [WhichCircle, who], IsOfAccount = true });
        api.Delete(One + "/block", async call =>
        {
            await call.Store.Unblock(Me(call), call.Id(), call.Stop);
            return ApiAnswer.Done;
        }, new("unblockMember", "Keep apart no more") { Chapter = Chapter, Parameters = [WhichCircle, who], IsOfAccount = true });
    }

    private static void MapSafety(ApiRoutes api)
    {
        api.Post(Here + "/reports", async call =>
        {
            var said = await call.Body<ReportFields>();
            await call.Store.Report(Me(call), new(said.MemberId, said.PostId, said.ReplyId), said.Why, call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("reportToHosts", "Tell the hosts of something that should not be") { Chapter = Chapter, About = "They do not learn who told them.", Parameters = [WhichCircle], Body = BodyShape.Of<ReportFields>("What, and why.", new { Why = "Advertising.", MemberId = Grace.Id }), IsOfAccount = true });
        api.Get(Here + "/reports", async call => ApiAnswer.Of(new Page<ReportAnswer> { Items = [.. (await call.Store.ReportsHere(await Seat(call), call.Stop)).Select(ReportAnswer.From)] }),
            new("listReports", "What waits for the hosts") { Chapter = Chapter, Parameters = [WhichCircle], Answer = AnswerShape.PageOf("The longest waiting first, 100 at most.", new ReportAnswer(Id, Grace.Id, Grace.Name, null, null, null, "Advertising.", new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc))), IsHostsOnly = true });
        api.Post(Here + "/reports/{id:guid}", async call =>
        {
            await call.Store.HandleReport(Me(call), call.Id(), (await call.Body<OutcomeFields>()).Outcome, call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("handleReport", "Say what becomes of a report") { Chapter = Chapter, Parameters = [WhichCircle, Parameter.Id("The report.")], Body = BodyShape.Of<OutcomeFields>("What becomes of it.", new { Outcome = "leftAsItIs" }), Conflicts = "Another host was quicker.", IsHostsOnly = true });
        api.Get(Here + "/log", async call =>
        {
            var rows = await call.Store.AuditLog(call.Cursor<MemberPlace>()?.Id, call.Limit + 1, call.Stop);
            var page = call.PageOf(rows, r => new MemberPlace(r.Entry.Id));
            return ApiAnswer.Of(page.As([.. page.Items.Select(AuditAnswer.From)]));
        }, new("readCircleLog", "Who did what to whom") { Chapter = Chapter, Parameters = [WhichCircle, Parameter.Limit, Parameter.Cursor], Answer = AnswerShape.PageOf("The newest first.", new AuditAnswer(new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc), AuditDeed.Founded, "Ada Lovelace", null, "Ada Lovelace founded the circle")), IsOwnersOnly = true });
    }

    private static void MapCopy(ApiRoutes api) =>
        api.Post(Here + "/copy", async call => ApiAnswer.Of(await call.Store.CopyCircle(Me(call), call.Today, call.Clock, call.Stop)), new("copyCircle", "A copy of a circle that you own")
        {
            Chapter = Chapter, About = "What every member can see in it, and its log, which says that a copy was made. Nothing of hard times, nothing that was hidden, nothing of sessions, rounds or introductions.",
            Parameters = [WhichCircle], Answer = AnswerShape.Of<CircleCopy>("All of it.", new CircleCopy(Charter, new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc)) { Members = [Grace], Posts = [new(PostsApi.Lesson, [])], Log = [] }), IsOwnersOnly = true, HasSecret = true,
        });

    private static void MapInvitations(ApiRoutes api)
    {
        var sample = new CircleInvitationAnswer(Id, SpaceRole.Member, null, 0, 1, new(2026, 5, 15, 12, 0, 0, DateTimeKind.Utc), "https://mainstay.example/join/…", false);
        api.Get(Here + "/invitations", async call =>
        {
            await Seat(call);
            return ApiAnswer.Of(new Page<CircleInvitationAnswer> { Items = [.. (await call.Store.OpenInvitations(call.Store.SpaceId, call.Clock, call.Stop)).Select(i => CircleInvitationAnswer.Of(i.It))] });
        },
            new("listCircleInvitations", "Invitations that let somebody in") { Chapter = Chapter, Parameters = [WhichCircle], Answer = AnswerShape.PageOf("The newest first.", sample with { Link = null }), IsHostsOnly = true });
        api.Post(Here + "/invitations", async call =>
        {
            var said = await call.Body<CircleInvitationFields>();
            var made = await call.Store.InviteIntoCircle(Me(call), new() { Role = said.Role ?? SpaceRole.Member, Mail = Words.Texts.Filled(said.Mail), Uses = said.Uses ?? 1, Days = said.Days ?? Invitation.UsualDays }, call.Services.GetRequiredService<Settings>(), call.Clock, call.Stop);
            return ApiAnswer.Made(CircleInvitationAnswer.Of(made.It, made.Link, made.IsSent), $"{ApiRoutes.Root}/circles/{call.Store.SpaceId}/invitations");
        }, new("inviteIntoCircle", "Invite somebody into a circle") { Chapter = Chapter, Parameters = [WhichCircle], Body = BodyShape.Of<CircleInvitationFields>("As what, for how many, for how long.", new { Role = "member", Uses = 1, Days = 14 }), Answer = AnswerShape.Made<CircleInvitationAnswer>("With the link, told this once.", sample), IsHostsOnly = true, HasSecret = true });
        api.Delete(Here + "/invitations/{id:guid}", async call =>
        {
            await call.Store.RevokeCircleInvitation(Me(call), call.Id(), call.Clock, call.Stop);
            return ApiAnswer.Done;
        }, new("revokeCircleInvitation", "Take an invitation back") { Chapter = Chapter, Parameters = [WhichCircle, Parameter.Id("The invitation.")], IsHostsOnly = true });
    }

    private static async Task<CharterAnswer> ReadCharter(ApiCall call) => Of(await call.Store.CircleHere(call.Stop), await call.Store.SpaceHere(call.Stop));

    internal static CharterAnswer Of(Circle circle, Space space) => new(circle.Id, space.Name, circle.Purpose, circle.Charter, space.TimeZone, circle.AsksADay, circle.RepliesADay);

    private static async Task<CircleMemberAnswer> Shown(ApiCall call, Guid id) => CircleMemberAnswer.Of(await call.Store.MemberShown(await Seat(call), id, call.Stop), call.Today);

    private sealed record MemberPlace(Guid Id);

    internal sealed record CircleInvitationAnswer(Guid Id, SpaceRole Role, string? Mail, int Uses, int MostUses, DateTime ExpiresAt, [property: System.ComponentModel.Description("Told when it is made, and never again.")] string? Link, bool IsSent)
    {
        public static CircleInvitationAnswer Of(Invitation it, string? link = null, bool isSent = false) => new(it.Id, it.Role, it.Mail, it.Uses, it.MostUses, it.ExpiresAt, link, isSent);
    }
}
