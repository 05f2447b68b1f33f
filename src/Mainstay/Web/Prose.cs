using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Mainstay.Web;

/// <summary>Markdown that somebody wrote, as HTML that can do no harm: no HTML of its own, and links only to the web and to mail.</summary>
public static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UseEmphasisExtras().UsePipeTables().UseTaskLists().Build();

    private static readonly string[] Allowed = ["http://", "https://", "mailto:", "tel:"];

    public static MarkupString Html(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            // A picture elsewhere would tell its server who was looked at.
            link.IsImage = false;
            if (!IsAllowed(link.Url)) link.Url = "";
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsAllowed(l.Url)).ToList()) link.Url = "";
        return new(document.ToHtml(Pipeline));
    }

    private static bool IsAllowed(string? url) => url is not null && Allowed.Any(a => url.StartsWith(a, StringComparison.OrdinalIgnoreCase));
}
