using Microsoft.AspNetCore.Http.Metadata;

namespace Mainstay.Web;

/// <summary>So much may be sent to this address.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute(long most) : Attribute, IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => most;
}
