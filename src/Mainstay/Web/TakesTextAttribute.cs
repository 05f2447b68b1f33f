using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Mainstay.Web;

/// <summary>So much may be written into one field of the form that is sent to this address.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesTextAttribute(int most) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => most;

    /// <summary>Lets the form be read so; before anybody read it.</summary>
    internal void Let(HttpContext http) => http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueLengthLimit = most }));
}
