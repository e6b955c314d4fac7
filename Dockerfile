FROM python:3.12-slim
WORKDIR /app
COPY pyproject.toml README.md LICENSE netgov.py ./
COPY api api
COPY commands commands
COPY data data
COPY graph graph
COPY ingest ingest
COPY mcp_server mcp_server
COPY queries queries
RUN pip install --no-cache-dir . && useradd --create-home netgov
USER netgov
WORKDIR /home/netgov
EXPOSE 8000
CMD ["netgov", "serve", "--host", "0.0.0.0", "--port", "8000"]
