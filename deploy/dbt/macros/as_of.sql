{# What stood at an instant, one row an observation: from {{ portbook.as_of('2026-02-01T23:59:59Z') }} as o #}
{% macro as_of(instant) -%}
(
  select * from {{ source('portbook', 'observation_all') }}
  where released_at <= cast('{{ instant }}' as timestamp with time zone)
    and (superseded_at is null or superseded_at > cast('{{ instant }}' as timestamp with time zone))
)
{%- endmacro %}
